/** Loads what only some services need. Such packages are optional: a widget's developer is not made to install them. */
export async function importPackage<T>(load: () => Promise<T>, name: string, what: string): Promise<T> {
  try {
    return await load();
  } catch (error) {
    if ((error as { code?: unknown }).code !== 'ERR_MODULE_NOT_FOUND') throw error;
    throw new Error(`${what} need ${name}. Run: npm i ${name}`, { cause: error });
  }
}

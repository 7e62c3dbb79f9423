import type { PortalClient } from '../../client/index.js';

/** Reads a file's content and hands it to the browser to be saved. */
export async function saveFile(client: PortalClient, { id, name }: { readonly id: string; readonly name: string }): Promise<void> {
  saveContent(await client.files.download(id), name);
}

/** Hands content to the browser to be saved under a name. */
export function saveContent(content: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(content);
  link.download = name;
  link.click();
  // Not at once: the browser begins to read it after this.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

/** One step of the database's history. Never changed once it was released: a change is a new migration. */
export interface Migration {
  name: string;
  /** Single statements, in order. */
  statements: readonly string[];
}

/** What a file holds, as far as it tells whose it is. */
export interface Contents {
  readonly applicationId: number;
  readonly userVersion: number;
  /** The names of tables, indexes and the like, SQLite's own left out. */
  readonly names: ReadonlySet<string>;
}

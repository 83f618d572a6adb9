/** The part of PouchDB that the bench uses. */
declare module 'pouchdb' {
  type Row<T> = { id: string; doc?: T };
  export default class PouchDB<T extends object> {
    constructor(name: string);
    bulkDocs(documents: readonly (T & { _id: string })[]): Promise<unknown>;
    allDocs(options: object): Promise<{ rows: Row<T>[] }>;
    get(id: string): Promise<T & { _id: string; _rev: string }>;
    put(document: T & { _id: string }): Promise<unknown>;
    changes(options: object): { once(event: 'change', heard: (change: unknown) => void): void };
    close(): Promise<void>;
    destroy(): Promise<void>;
  }
}

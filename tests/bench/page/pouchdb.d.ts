/**
 * The part of PouchDB that the bench uses, and the tests of the endpoint with it as a foreign
 * client.
 */
declare module 'pouchdb' {
  type Row<T> = { id: string; doc?: T };
  export default class PouchDB<T extends object> {
    constructor(name: string, options?: object);
    static plugin(plugin: unknown): void;
    readonly replicate: {
      to(other: unknown): Promise<unknown>;
      from(other: unknown): Promise<unknown>;
    };
    info(): Promise<{ doc_count: number; update_seq: unknown }>;
    bulkDocs(documents: readonly (T & { _id: string })[]): Promise<unknown>;
    allDocs(options: object): Promise<{ rows: Row<T>[] }>;
    get(id: string, options?: object): Promise<T & { _id: string; _rev: string }>;
    put(document: T & { _id: string }): Promise<unknown>;
    changes(options: object): {
      on(event: 'change', heard: (change: { readonly doc?: T }) => void): { cancel(): void };
      once(event: 'change', heard: (change: unknown) => void): void;
    };
    sync(other: unknown, options: object): unknown;
    close(): Promise<void>;
    destroy(): Promise<void>;
  }
}

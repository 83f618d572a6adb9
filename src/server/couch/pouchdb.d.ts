/** What of PouchDB the endpoint uses; the package brings no types. */
declare module 'pouchdb-core' {
  export type Row = { id: string; seq: number; changes: { rev: string }[]; deleted?: boolean };
  export type ListedRow = {
    readonly id?: string;
    readonly key: unknown;
    readonly value?: { readonly rev: string; readonly deleted?: boolean };
    readonly error?: string;
  };
  export type Listed = {
    readonly total_rows: number;
    readonly offset: number;
    readonly rows: ListedRow[];
    readonly update_seq?: number;
  };
  type Feed = {
    on(event: 'change' | 'error', heard: (what: unknown) => void): Feed;
    cancel(): void;
  };
  type Attachment = {
    content_type: string;
    digest: string;
    length?: number;
    stub?: true;
    data?: string;
  };
  export type Stored = {
    _id: string;
    _rev: string;
    _attachments?: Record<string, Attachment>;
    _conflicts?: string[];
  };
  export interface Database {
    info(): Promise<{ doc_count: number; update_seq: number; db_name: string }>;
    changes(options: { live: true; since: 'now' }): Feed;
    changes(options: object): Promise<{ results: Row[]; last_seq: number }>;
    allDocs(options: object): Promise<Listed>;
    bulkDocs(documents: readonly object[], options?: object): Promise<object[]>;
    bulkGet(options: object): Promise<{ results: object[] }>;
    revsDiff(revisions: object): Promise<object>;
    get(id: string, options: { open_revs: unknown }): Promise<OpenRevision[]>;
    get(id: string, options?: object): Promise<Stored>;
    getAttachment(id: string, name: string, options: object): Promise<Uint8Array<ArrayBuffer>>;
    put(document: object): Promise<{ readonly rev: string }>;
    remove(id: string, rev: string): Promise<{ readonly rev: string }>;
    close(): Promise<void>;
    setMaxListeners(count: number): void;
  }
  export type OpenRevision = { readonly ok?: { readonly _rev: string }; readonly missing?: string };
  interface Constructor {
    new (name: string): Database;
    plugin(plugin: unknown): Constructor;
    defaults(options: object): Constructor;
  }
  const PouchDB: Constructor;
  export default PouchDB;
}
declare module 'pouchdb-adapter-leveldb' {
  const plugin: unknown;
  export default plugin;
}
declare module 'pouchdb-adapter-memory' {
  const plugin: unknown;
  export default plugin;
}

import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import PouchDB, { type Database } from 'pouchdb-core';

/** The databases of an endpoint. PouchDB keeps revision trees and winners; this is all that the rest knows of it. */
export type CouchStore = {
  /** The database of that name, or undefined when it was never made. */
  open(name: string): Database | undefined;
  make(name: string): void;
  close(): Promise<void>;
};

/** What CouchDB takes for the name of a database; nothing else may become a folder here. */
const NAME = /^[a-z][a-z0-9_$()+-]{0,127}$/;

type Shelf = { has(name: string): boolean; add(name: string): void; path(name: string): string };

const storeOn = (adapter: string, plugin: unknown, shelf: Shelf): CouchStore => {
  const Pouch = PouchDB.plugin(plugin).defaults({ adapter });
  const opened = new Map<string, Database>();
  const open = (name: string): Database | undefined => {
    if (!NAME.test(name) || !shelf.has(name)) return undefined;
    const database = opened.get(name) ?? new Pouch(shelf.path(name));
    // Each long-poll listens; their number is no leak.
    database.setMaxListeners(0);
    opened.set(name, database);
    return database;
  };
  return {
    open,
    make: (name) => {
      if (!NAME.test(name)) throw new Error(`${name} is no name of a database`);
      shelf.add(name);
      open(name);
    },
    close: async () => {
      await Promise.all([...opened.values()].map((database) => database.close()));
      opened.clear();
    },
  };
};

/** Databases in a folder, one folder each. */
export const storeInFolder = async (folder: string): Promise<CouchStore> => {
  const { default: leveldb } = await import('pouchdb-adapter-leveldb');
  const path = (name: string): string => join(folder, name);
  return storeOn('leveldb', leveldb, {
    path,
    has: (name) => existsSync(path(name)),
    add: (name) => mkdirSync(path(name), { recursive: true, mode: 0o700 }),
  });
};

let memories = 0;

/** Databases that are gone with the process, behind the same door: for tests, which give the adapter. */
export const storeInMemory = (memory: unknown): CouchStore => {
  const names = new Set<string>();
  // PouchDB shares what has one name.
  const own = (memories += 1);
  return storeOn('memory', memory, {
    path: (name) => `${own}-${name}`,
    has: (name) => names.has(name),
    add: (name) => names.add(name),
  });
};

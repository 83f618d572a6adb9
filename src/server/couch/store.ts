import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import PouchDB, { type Database } from 'pouchdb-core';
import { withLatestFound } from './revisions/latest-revision.ts';
import { withIdsInOrder } from './order-of-ids.ts';
import { withWholeAnswers } from './answers/whole-answers.ts';

/**
 * The databases of an endpoint. PouchDB keeps revision trees and winners; this is all that the rest
 * of the server knows about it.
 */
export type CouchStore = {
  /** The database of that name, or undefined when none was made. */
  open(name: string): Database | undefined;
  /** Makes one; false when it is there. */
  make(name: string): boolean;
  /**
   * Marks a database as in use until the returned function is called: it is not removed during a
   * request.
   */
  hold(name: string): () => void;
  /**
   * Deletes a database with everything in it once nobody uses it any more; from now on it cannot be
   * found.
   */
  remove(name: string): Promise<void>;
  names(): string[];
  close(): Promise<void>;
};

/** What CouchDB takes for the name of a database; nothing else may become a folder here. */
const NAME = /^[a-z][a-z0-9_$()+/-]{0,127}$/;

/** The suffix of a database that is being deleted; no valid name ends with it. */
const DELETED = '.deleted';

/** No file system here takes a longer name of a folder. */
const LONGEST_FOLDER = 255;

/** The folder of a database: a slash would lead into another one. */
const folderOf = (name: string): string => name.replaceAll('/', '%2F');

/** Whether a database may be called so; it must fit on the disk, also while it is being deleted. */
export const isName = (name: string): boolean =>
  NAME.test(name) && (folderOf(name) + DELETED).length <= LONGEST_FOLDER;

/** The database without the faults of PouchDB that are known here. */
const withAllMended = (database: Database): Database =>
  withIdsInOrder(withLatestFound(withWholeAnswers(database)));

type Shelf = {
  has(name: string): boolean;
  add(name: string): void;
  remove(name: string): void;
  names(): string[];
  path(name: string): string;
};

const storeOn = (adapter: string, plugin: unknown, shelf: Shelf): CouchStore => {
  const Pouch = PouchDB.plugin(plugin).defaults({ adapter });
  const opened = new Map<string, Database>();
  const leaving = new Set<string>();
  const uses = openUses();
  const open = (name: string): Database | undefined => {
    if (!isName(name) || leaving.has(name) || !shelf.has(name)) return undefined;
    const database = opened.get(name) ?? withAllMended(new Pouch(shelf.path(name)));
    // Each long-poll listens; their number is no leak.
    database.setMaxListeners(0);
    opened.set(name, database);
    return database;
  };
  return {
    open,
    make: (name) => {
      if (!isName(name)) throw new Error(`${name} is no name of a database`);
      if (shelf.has(name)) return false;
      shelf.add(name);
      open(name);
      return true;
    },
    hold: uses.hold,
    // PouchDB's own `destroy` would delete whatever a document of the database names beside it.
    remove: async (name) => {
      leaving.add(name);
      try {
        await uses.none(name);
        await opened.get(name)?.close();
        opened.delete(name);
        shelf.remove(name);
      } finally {
        leaving.delete(name);
      }
    },
    names: () => shelf.names().filter(isName).sort(),
    close: async () => {
      await Promise.all([...opened.values()].map((database) => database.close()));
      opened.clear();
    },
  };
};

type Uses = { hold(name: string): () => void; none(name: string): Promise<void> };

/** Who uses what. PouchDB throws past everyone when a database is closed while it reads. */
const openUses = (): Uses => {
  const counts = new Map<string, number>();
  const waiting = new Map<string, () => void>();
  return {
    hold: (name) => {
      counts.set(name, (counts.get(name) ?? 0) + 1);
      return () => {
        const left = (counts.get(name) ?? 1) - 1;
        if (left > 0) return void counts.set(name, left);
        counts.delete(name);
        waiting.get(name)?.();
        waiting.delete(name);
      };
    },
    none: (name) =>
      counts.has(name) ? new Promise((resolve) => waiting.set(name, resolve)) : Promise.resolve(),
  };
};

/** Databases in a folder, one folder each. */
export const storeInFolder = async (folder: string): Promise<CouchStore> => {
  const { default: leveldb } = await import('pouchdb-adapter-leveldb');
  const path = (name: string): string => join(folder, folderOf(name));
  const inside = (): string[] => (existsSync(folder) ? readdirSync(folder) : []);
  const erase = (place: string): void => rmSync(place, { recursive: true, force: true });
  // A deletion that a crash cut short.
  for (const name of inside()) if (name.endsWith(DELETED)) erase(join(folder, name));
  return storeOn('leveldb', leveldb, {
    path,
    has: (name) => existsSync(path(name)),
    add: (name) => mkdirSync(path(name), { recursive: true, mode: 0o700 }),
    // Renamed first: a half-deleted database would neither exist nor be gone.
    remove: (name) => {
      const gone = path(name) + DELETED;
      erase(gone);
      renameSync(path(name), gone);
      erase(gone);
    },
    names: () => inside().map((name) => name.replaceAll('%2F', '/')),
  });
};

let memories = 0;

/**
 * Databases that are gone with the process, behind the same door: for tests, which give the
 * adapter.
 */
export const storeInMemory = (memory: unknown): CouchStore => {
  const names = new Map<string, string>();
  return storeOn('memory', memory, {
    path: (name) => names.get(name) ?? '',
    has: (name) => names.has(name),
    // PouchDB shares databases with the same name, and keeps their content after closing.
    add: (name) => names.set(name, `${(memories += 1)}-${name}`),
    remove: (name) => names.delete(name),
    names: () => [...names.keys()],
  });
};

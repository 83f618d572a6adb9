import type { NothingToRead, Reader } from '#core/import/reader.ts';
import type { Shelf, Shelved } from '#core/import/shelf.ts';
import { reader as vip } from './adobe-vip/import/reader.ts';
import { reader as credit } from './apple-credit/import/reader.ts';
import { reader as licences } from './apple-licences/import/reader.ts';
import type { ReadAs } from './reads-as.ts';

/** How the programmes read files, in the order in which people meet them. A fourth adds its line. */
const all = [credit, licences, vip] as const;

type Any = (typeof all)[number];

type ShelfOf<One> = One extends Reader<infer Stands, string, string> ? Stands : never;

type OwnOf<One> = One extends Reader<Shelf, string, infer Own> ? Own : never;

/** Why files of a programme are not read, beside what holds for all. */
export type OwnFileProblem = OwnOf<Any>;

/** Why a file, of whichever programme it is, is not read. */
export type FileProblem = NothingToRead | OwnFileProblem;

/** The sheets or lists of a file of any programme. */
export type AnyShelf = ShelfOf<Any>;

/** What a file holds, of whichever programme it is. */
export type FileContent = ReturnType<AnyShelf['content']>;

/** What can be shown of a sheet or list, of whichever programme it is. */
export type AnyOutline = FileContent['sheets'][number];

/** A row as a value, of whichever programme the file is. */
export type AnyRow = AnyShelf extends Shelf<unknown, infer Row> ? Row : never;

/** What a sheet says as a whole, of whichever programme it is. */
export type AnyMetadata = ReturnType<AnyShelf['metadata']>[number];

/** What is on the shelf once a file was opened. */
export type AnyShelved = Shelved<AnyShelf>;

/** How each programme reads the files that are its own. */
export const readers: readonly Reader<AnyShelf, ReadAs, OwnFileProblem>[] = all;

/** The programme that reads something. */
export const readerOf = (as: ReadAs): Reader<AnyShelf, ReadAs, OwnFileProblem> => {
  const reader = readers.find(({ readsAs }) => readsAs.includes(as));
  if (reader === undefined) throw new Error(`no programme reads ${as}`);
  return reader;
};

import type { Answers } from '#core/import/file-question.ts';
import type { Mapping } from '#core/import/mapping.ts';
import type { AnyMetadata, AnyRow, FileContent } from '#programmes/imports.ts';
import type { ReadAs } from '#programmes/reads-as.ts';
import type { LotContent, LotPart } from './lot/lot-content.ts';
import { nameOfRead } from './lot/name-of-many.ts';
import type { Opened, ReadReply, ReadRequest } from './read/sheet-messages.ts';

/**
 * One sheet's rows as values, with codes in the clear, and what the sheet says about itself as a
 * whole.
 */
export type SheetValues = { readonly metadata: AnyMetadata; readonly rows: readonly AnyRow[] };

/**
 * What one programme reads of the files that were chosen together. Its rows stay in the worker that
 * read them until the lot is closed; nothing of it is stored (A5). Calls reject with `FileLost` after
 * that, or when the worker failed.
 */
export type OpenFile = LotPart &
  Pick<Opened, 'digest'> & {
    /** What its files are called together. */
    readonly name: string;
    /** The values of all rows, sheet by sheet. */
    rows(answers: Answers): Promise<SheetValues[]>;
  };

/** Whose sheets are meant. */
export type PartOf = FileContent['programme'];

/**
 * Files that were read together, and what each programme reads of them. Calls reject with `FileLost`
 * after it was closed or its worker failed.
 */
export type OpenLot = Omit<LotContent, 'parts'> &
  Pick<Opened, 'digest'> & {
    /** What its files are called together. */
    readonly name: string;
    readonly parts: readonly OpenFile[];
    /** Gives a programme's columns other meanings, one mapping for each of its sheets. */
    map(of: PartOf, mappings: readonly Mapping[]): Promise<OpenLot>;
    /** Reads a sheet again as what the user says it is. */
    readAs(sheet: string, as: ReadAs): Promise<OpenLot>;
    /** Reads a file in which nothing was found as what the user says it is. */
    readAnyway(at: number, as: ReadAs): Promise<OpenLot>;
    /** False once it was closed, or its worker failed. */
    readonly isOpen: boolean;
    /** Drops the files with all their rows. */
    close(): void;
  };

/** The worker with the file's rows is gone. */
export class FileLost extends Error {
  constructor() {
    super('file lost');
    this.name = 'FileLost';
  }
}

type Waiting = { readonly take: (reply: ReadReply) => void; readonly lose: () => void };

/**
 * The files that a worker has opened. Questions are answered one after the other, in the order they
 * were asked.
 */
export const lotIn = (worker: Worker, opened: Opened): OpenLot => {
  const queue: Waiting[] = [];
  let isLost = false;
  const lose = (): void => {
    isLost = true;
    worker.terminate();
    for (const { lose } of queue.splice(0)) lose();
  };
  worker.onmessage = ({ data }: MessageEvent<ReadReply>) => {
    if (data.is === 'problem') return lose();
    queue[0]?.take(data);
    if (data.is !== 'rows') queue.shift();
  };
  worker.onerror = worker.onmessageerror = lose;

  const ask = <T>(
    request: ReadRequest,
    taking: (done: (value: T) => void) => Waiting['take'],
  ): Promise<T> =>
    new Promise((resolve, reject) => {
      if (isLost) return reject(new FileLost());
      queue.push({ take: taking(resolve), lose: () => reject(new FileLost()) });
      worker.postMessage(request);
    });

  const { names, digest } = opened;
  const askContent = async (request: ReadRequest): Promise<OpenLot> =>
    withContent(
      await ask<LotContent>(request, (done) => (reply) => {
        if (reply.is === 'mapped') done(reply.content);
      }),
    );
  const partOf = (part: LotPart, name: string): OpenFile => ({
    ...part,
    name,
    digest,
    rows: (answers) =>
      ask({ ask: 'rows', of: part.programme, answers }, (done) => collector(part.sheets, done)),
  });
  const withContent = ({ parts, ...content }: LotContent): OpenLot => ({
    ...content,
    name: nameOfRead(names, content.refused),
    digest,
    parts: parts.map((part) => partOf(part, nameOfRead(names, content.refused))),
    get isOpen() {
      return !isLost;
    },
    close: lose,
    map: (of, mappings) => askContent({ ask: 'map', of, mappings }),
    readAs: (sheet, as) => askContent({ ask: 'read-as', sheet, as }),
    readAnyway: (at, as) => askContent({ ask: 'read-anyway', at, as }),
  });
  return withContent(opened);
};

/** Puts the rows together from the worker's portions. */
const collector = (
  sheets: FileContent['sheets'],
  done: (values: SheetValues[]) => void,
): Waiting['take'] => {
  const grouped = new Map(sheets.map(({ name }) => [name, [] as AnyRow[]]));
  return (reply) => {
    if (reply.is === 'rows') for (const row of reply.rows) grouped.get(row.sheet)?.push(row);
    if (reply.is === 'all-rows')
      done(
        sheets.map(({ name }, at) => ({
          metadata: reply.metadata[at] ?? {},
          rows: grouped.get(name) ?? [],
        })),
      );
  };
};

import type { Answers } from '#core/import/file-question.ts';
import type { Mapping } from '#core/import/mapping.ts';
import type { AnyMetadata, AnyRow, FileContent } from '#programmes/imports.ts';
import type { ReadAs } from '#programmes/reads-as.ts';
import type { Opened, ReadReply, ReadRequest } from './read/sheet-messages.ts';

/**
 * One sheet's rows as values, with codes in the clear, and what the sheet says about itself as a
 * whole.
 */
export type SheetValues = { readonly metadata: AnyMetadata; readonly rows: readonly AnyRow[] };

/**
 * A file that was read and recognised. Its rows stay in the worker that read them until it is
 * closed; nothing of it is stored (A5). Calls reject with `FileLost` after it was closed or its
 * worker failed.
 */
export type OpenFile = Opened & {
  /** Gives columns other meanings, one mapping for each sheet; returns the file as it is then. */
  map(mappings: readonly Mapping[]): Promise<OpenFile>;
  /** Reads a sheet again as what the user says it is. */
  readAs(sheet: string, as: ReadAs): Promise<OpenFile>;
  /** The values of all rows, sheet by sheet. */
  rows(answers: Answers): Promise<SheetValues[]>;
  /** False once it was closed, or its worker failed. */
  readonly isOpen: boolean;
  /** Drops the file with all its rows. */
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
 * The file that a worker has opened. Questions are answered one after the other, in the order they
 * were asked.
 */
export const fileIn = (worker: Worker, opened: Opened): OpenFile => {
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

  type Content = FileContent & Pick<Opened, 'skipped' | 'gaps'>;
  const askContent = async (request: ReadRequest): Promise<OpenFile> =>
    withContent(
      await ask<Content>(request, (done) => (reply) => {
        if (reply.is === 'mapped') done(reply.content);
      }),
    );
  const withContent = (content: Content): OpenFile => ({
    ...opened,
    ...content,
    get isOpen() {
      return !isLost;
    },
    close: lose,
    map: (mappings) => askContent({ ask: 'map', mappings }),
    readAs: (sheet, as) => askContent({ ask: 'read-as', sheet, as }),
    rows: (answers) => ask({ ask: 'rows', answers }, (done) => collector(content.sheets, done)),
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

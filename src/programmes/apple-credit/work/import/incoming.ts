import type { IncomingFile, IncomingRow } from '#programmes/apple-credit/import/plan/planned.ts';
import type {
  ReadableRow,
  RowValue,
  SheetOutline,
  UnreadableRow,
} from '#programmes/apple-credit/import/read/values.ts';
import type { Answers } from '#core/import/file-question.ts';
import type { Vault } from '#data/vault/vault.ts';
import { inChunks, type Watched } from '#data/records/in-chunks.ts';
import { inTurns } from '#data/import/in-turns.ts';
import { keyedSources } from '#data/import/lot/keyed-sources.ts';
import type { OpenFile } from '#data/import/open-file.ts';

/** An open file of codes or credit orders. */
export type CreditFile = Extract<OpenFile, { programme: 'apple-credit' }>;

/**
 * The rows as the plan sees them, and the way back from a row to its code. Holds codes: memory only
 * (A5).
 */
export type Incoming = {
  readonly file: IncomingFile;
  readonly codeAt: (sheet: number, index: number) => string;
};

/**
 * Turns a file's rows into values with fingerprints in place of the codes. Throws `VaultLocked` or
 * `FileLost`.
 */
export const readIncoming = async (
  waiting: CreditFile,
  answers: Answers,
  { vault, fingerprints }: { readonly vault: Vault; readonly fingerprints: Map<string, string> },
  watched: Watched = {},
): Promise<Incoming> => {
  const values = await waiting.rows(answers);
  watched.signal?.throwIfAborted();
  const all = values.map(({ rows }) => rows as readonly RowValue[]);
  await inChunks(
    await inTurns(newCodes(all, fingerprints), watched.signal),
    watched,
    async (chunk) => {
      const made = await Promise.all(chunk.map((code) => vault.fingerprint(code)));
      chunk.forEach((code, at) => fingerprints.set(code, made[at] as string));
    },
  );
  const rows = await inTurns(incomingRows(all, fingerprints), watched.signal);
  const sheets = waiting.sheets.map(({ name, kind }, at) => ({
    name,
    kind,
    metadata: values[at]?.metadata ?? {},
    rows: rows[at] ?? [],
  }));
  const file = { ...(await keyedSources(waiting, vault)), sheets };
  return { file, codeAt: (sheet, index) => (all[sheet]?.[index] as ReadableRow).code ?? '' };
};

/** Whether any row of a file brings a code, so that the vault must be open. */
export const bringsCodes = ({ sheets }: { readonly sheets: readonly SheetOutline[] }): boolean =>
  sheets.some(({ columns }) =>
    columns.some(({ field, filled }) => (field === 'code' || field === 'link') && filled > 0),
  );

/** The codes without a fingerprint yet, each once. */
function* newCodes(
  sheets: readonly (readonly RowValue[])[],
  fingerprints: ReadonlyMap<string, string>,
): Generator<number, string[], void> {
  const codes = new Set<string>();
  for (const row of sheets.flat()) {
    if (row.outcome === 'value' && row.code && !fingerprints.has(row.code)) codes.add(row.code);
    yield 1;
  }
  return [...codes];
}

function* incomingRows(
  sheets: readonly (readonly RowValue[])[],
  fingerprints: ReadonlyMap<string, string>,
): Generator<number, (IncomingRow | UnreadableRow)[][], void> {
  const incoming: (IncomingRow | UnreadableRow)[][] = [];
  for (const rows of sheets) {
    const made: (IncomingRow | UnreadableRow)[] = [];
    incoming.push(made);
    for (const row of rows) {
      made.push(incomingRow(row, fingerprints));
      yield 1;
    }
  }
  return incoming;
}

const incomingRow = (
  row: RowValue,
  fingerprints: ReadonlyMap<string, string>,
): IncomingRow | UnreadableRow => {
  if (row.outcome === 'unreadable') return row;
  const { code, link, duplicateOf, ...rest } = row;
  const codeId = code === undefined ? undefined : fingerprints.get(code);
  // The plan finds repeated codes itself, by fingerprint.
  void duplicateOf;
  return { ...rest, ...(codeId === undefined ? {} : { codeId }), linked: link !== undefined };
};

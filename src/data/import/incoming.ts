import type { IncomingFile, IncomingRow } from '#domain/apple-credit/import-rows.ts';
import type {
  Answers,
  ReadableRow,
  RecognisedSheet,
  RowValue,
  UnreadableRow,
} from '#domain/apple-credit/recognised-sheet.ts';
import { metadataOf } from '#domain/apple-credit/sheet-metadata.ts';
import { readRows } from '#domain/apple-credit/sheet-rows.ts';
import type { Vault } from '../vault/vault.ts';
import { breath, inChunks, type Watched } from './in-chunks.ts';

/** A file that was read and recognised. Its rows hold codes in the clear: it lives in memory only (A5). */
export type WaitingFile = {
  readonly name: string;
  /** SHA-256 of the bytes in hex. */
  readonly digest: string;
  readonly sheets: readonly RecognisedSheet[];
};

/** The rows as the plan sees them, and the way back from a row to its code. */
export type Incoming = {
  readonly file: IncomingFile;
  readonly codeAt: (sheet: number, index: number) => string;
};

/** Turns a file's rows into values with fingerprints in place of the codes. Throws `VaultLocked`. */
export const readIncoming = async (
  waiting: WaitingFile,
  answers: Answers,
  { vault, fingerprints }: { readonly vault: Vault; readonly fingerprints: Map<string, string> },
  watched: Watched = {},
): Promise<Incoming> => {
  await breath();
  const values = bySheet(readRows(waiting.sheets, answers), waiting.sheets);
  await breath();
  const codes = new Set(values.flat().flatMap((row) => (row.outcome === 'value' && row.code ? [row.code] : [])));
  const unknown = [...codes].filter((code) => !fingerprints.has(code));
  await inChunks(unknown, watched, async (chunk) => {
    const made = await Promise.all(chunk.map((code) => vault.fingerprint(code)));
    chunk.forEach((code, at) => fingerprints.set(code, made[at] as string));
  });
  const sheets = waiting.sheets.map((sheet, at) => ({
    ...{ name: sheet.name, kind: sheet.kind, metadata: metadataOf(sheet, waiting.sheets, answers) },
    rows: (values[at] ?? []).map((row) => incomingRow(row, fingerprints)),
  }));
  const file = { name: waiting.name, file: await vault.keyedId('file', waiting.digest), sheets };
  return { file, codeAt: (sheet, index) => (values[sheet]?.[index] as ReadableRow).code ?? '' };
};

/** Whether any row of a file brings a code, so that the vault must be open. */
export const bringsCodes = ({ sheets }: WaitingFile): boolean =>
  sheets.some(({ columns }) =>
    columns.some(({ field, filled }) => (field === 'code' || field === 'link') && filled > 0),
  );

const bySheet = (rows: readonly RowValue[], sheets: readonly RecognisedSheet[]): RowValue[][] => {
  const grouped = new Map(sheets.map(({ name }) => [name, [] as RowValue[]]));
  for (const row of rows) grouped.get(row.sheet)?.push(row);
  return sheets.map(({ name }) => grouped.get(name) ?? []);
};

const incomingRow = (row: RowValue, fingerprints: ReadonlyMap<string, string>): IncomingRow | UnreadableRow => {
  if (row.outcome === 'unreadable') return row;
  const { code, link, duplicateOf, ...rest } = row;
  const codeId = code === undefined ? undefined : fingerprints.get(code);
  // The plan finds repeated codes itself, by fingerprint.
  void duplicateOf;
  return { ...rest, ...(codeId === undefined ? {} : { codeId }), linked: link !== undefined };
};

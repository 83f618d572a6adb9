import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import type { SheetFile } from '#core/import/sheet.ts';
import { ok, refuse, type Problem, type Result } from '#core/result.ts';
import { gapsIn } from '#data/import/gaps-in.ts';
import { readFiles } from '#data/import/read/read-files.ts';
import { shelveFile, withTables } from '#data/import/shelve-file.ts';
import type { AnyOutline, AnyRow, AnyShelved } from '#programmes/imports.ts';
import listed from '#tests/fixtures/import/expected.json' with { type: 'json' };
import type { Listed } from '#tests/factories/corpus/all.ts';
import type { Expected, ExpectedSheet } from '#tests/factories/corpus/shape.ts';

/** Where the corpus is. */
export const CORPUS = 'tests/fixtures/import';

/** Every file of the corpus with what is expected of it. */
export const corpus = Object.entries(listed) as unknown as readonly (readonly [string, Listed])[];

/** The names of all files there. */
export const namesThere = (): string[] => readdirSync(CORPUS).sort();

/** A file of the corpus. */
export const bytesOf = (name: string): Uint8Array<ArrayBuffer> =>
  new Uint8Array(readFileSync(join(CORPUS, name)));

/** A file as the machine read it, and what it was taken for. */
export type Taken = { readonly file: SheetFile; readonly shelved: AnyShelved };

const NOTHING_READ = { read: refuse('empty-file') };

/** Reads bytes as the app's worker does, for someone who looks after all three programmes. */
export const takenOf = async (
  name: string,
  bytes: Uint8Array<ArrayBuffer>,
): Promise<Result<Taken, Problem>> => {
  const [{ read } = NOTHING_READ] = await readFiles(
    [{ blob: new Blob([bytes]), name }],
    () => undefined,
  );
  if (!read.ok) return read;
  const file = withTables(read.value);
  const shelved = shelveFile(file, ['apple-credit', 'apple-licences', 'adobe-vip']);
  return shelved.ok ? ok({ file, shelved: shelved.value }) : shelved;
};

/** All that can be compared with what is expected. */
export const outcomeOf = ({ file, shelved: { shelf, skipped, gaps = [] } }: Taken) => {
  const { programme, sheets, questions } = shelf.content();
  return {
    programme,
    sheets: sheets as readonly AnyOutline[],
    rows: [...shelf.rows({})] as AnyRow[],
    skipped: skipped.map(({ name }) => name),
    gaps: [...gapsIn(file, sheets), ...gaps].map(({ code }) => code),
    questions: questions.map(({ kind }) => kind),
  };
};

type Outcome = ReturnType<typeof outcomeOf>;

/** Holds what was made of a file against what is expected of it. */
export const expectAsExpected = (expected: Expected, taken: Result<Taken, Problem>): void => {
  if ('refused' in expected) {
    const found = taken.ok ? namesIn(outcomeOf(taken.value)).join(', ') : taken.problem.code;
    expect(expected.refused === 'nothing' && NOTHING.has(found) ? 'nothing' : found).toBe(
      expected.refused,
    );
    if (expected.what !== undefined && !taken.ok)
      expect(taken.problem.params).toMatchObject({ what: expected.what });
    return;
  }
  if ('never' in expected) {
    const names = taken.ok ? namesIn(outcomeOf(taken.value)) : [];
    const isNever = (name: string): boolean =>
      expected.never.some((never) => name === never || name.startsWith(never.replace(/\*$/, '')));
    expect(names.filter(isNever)).toEqual([]);
    const sheets = taken.ok ? outcomeOf(taken.value).sheets : [];
    if (expected.asks === true) expect(sheets.filter((sheet) => !sheet.needsMapping)).toEqual([]);
    return;
  }
  if (!taken.ok) throw new Error(`was refused: ${taken.problem.code}`);
  const outcome = outcomeOf(taken.value);
  expect(namesIn(outcome)).toEqual(
    expected.sheets.map(({ kind }) => `${expected.programme}/${kind}`),
  );
  for (const [at, sheet] of expected.sheets.entries()) expectSheet(sheet, outcome, at);
  if (expected.skipped !== undefined) expect(outcome.skipped).toEqual(expected.skipped);
  if (expected.gaps !== undefined) expect(outcome.gaps).toEqual(expected.gaps);
  expect(outcome.questions).toEqual(expected.questions ?? []);
};

/** What a file is refused with that holds nothing to import. */
const NOTHING = new Set(['no-list', 'no-codes', 'no-licences', 'nothing-known']);

const namesIn = ({ programme, sheets }: Outcome): string[] =>
  sheets.map(({ kind }) => `${programme}/${kind}`);

const expectSheet = (expected: ExpectedSheet, outcome: Outcome, at: number): void => {
  const sheet = outcome.sheets[at];
  if (sheet === undefined) throw new Error('no such sheet');
  if (expected.name !== undefined) expect(sheet.name).toBe(expected.name);
  if (expected.headings !== undefined) expect(sheet.headerRow).toBe(expected.headings);
  if (expected.asks !== undefined) expect(sheet.needsMapping).toBe(expected.asks);
  const columns = new Map(sheet.columns.map(({ field, index }) => [field as string, index]));
  for (const [field, index] of Object.entries(expected.fields ?? {}))
    expect({ [field]: columns.get(field) }).toEqual({ [field]: index });
  expectRows(
    expected,
    outcome.rows.filter((row) => row.sheet === sheet.name),
  );
};

const expectRows = (expected: ExpectedSheet, rows: readonly AnyRow[]): void => {
  const values = rows.filter(({ outcome }) => outcome === 'value');
  if (expected.rows !== undefined) expect(values).toHaveLength(expected.rows);
  const aside = expected.aside ?? [];
  expect(values.map(({ row }) => row).filter((row) => aside.includes(row))).toEqual([]);
  for (const [row, said] of Object.entries(expected.values ?? {}))
    expect(rows.find((one) => one.row === Number(row))).toMatchObject(said);
  const unreadable = rows.flatMap((row) =>
    row.outcome === 'unreadable' && !aside.includes(row.row) ? [[row.row, row.reason]] : [],
  );
  const reasons = expected.unreadable ?? {};
  const expectedReasons = Object.entries(reasons).map(([row, reason]) => [Number(row), reason]);
  if (expected.rows !== undefined || expected.unreadable !== undefined)
    expect(
      unreadable.map(([row, reason]) => [row, reasons[row ?? ''] === 'any' ? 'any' : reason]),
    ).toEqual(expectedReasons);
};

import { afterEach, describe, expect, test } from 'vitest';
import { FileLost, type OpenLot } from '#data/import/open-file.ts';
import { MEGABYTE } from '#data/import/read/limits.ts';
import { openSheet, type SheetSource } from '#data/import/read/sheet-reader.ts';
import { endlessSheet, longSheet } from '#tests/factories/hostile-files.ts';
import { pressEachTurn } from '#tests/factories/pressing.ts';
import { mappedPart, onlyPart } from '#tests/factories/lot-here.ts';

const fileOf = (bytes: Uint8Array<ArrayBuffer>, name = 'codes.xlsx'): SheetSource =>
  new File([bytes], name);

const opened: OpenLot[] = [];
afterEach(() => {
  for (const file of opened.splice(0)) file.close();
});

/** Opens a file until the test ends. */
const openUntilEnd: typeof openSheet = async (...given) => {
  const result = await openSheet(...given);
  if (result.ok) opened.push(result.value);
  return result;
};

const openLong = async (rows: number): Promise<OpenLot> => {
  const result = await openUntilEnd(fileOf(await longSheet(rows)));
  if (!result.ok) throw new Error(result.problem.code);
  return result.value;
};

afterEach(() => document.body.replaceChildren());

describe('a file without an end', () => {
  test(
    'A5: a file that keeps the parser busy is ended by the deadline, and the page answers',
    { timeout: 60_000 },
    async () => {
      const bytes = await endlessSheet();
      const { result, answers } = await pressEachTurn(() =>
        openUntilEnd(fileOf(bytes), { deadlineMs: 1000 }),
      );
      expect(result).toMatchObject({ ok: false, problem: { code: 'took-too-long' } });
      expect(answers).toBeGreaterThan(10);
    },
  );
});

describe('several files, of which one is without an end', () => {
  const codes = (name: string, code: string): SheetSource =>
    fileOf(new TextEncoder().encode(`Code\n${code}\n`), name);

  test(
    'A5: each has its own time, the endless ones are named, and the others are read',
    { timeout: 60_000 },
    async () => {
      const endless = await endlessSheet();
      const result = await openUntilEnd(
        [
          codes('a.csv', 'FAKE0000000A'),
          fileOf(endless, 'one.xlsx'),
          codes('b.csv', 'FAKE0000000B'),
          fileOf(endless, 'two.xlsx'),
        ],
        { deadlineMs: 1500 },
      );
      if (!result.ok) throw new Error(result.problem.code);
      const { refused, fileCount } = result.value;
      expect(refused.map(({ name, problem }) => [name, problem.code])).toEqual([
        ['one.xlsx', 'took-too-long'],
        ['two.xlsx', 'took-too-long'],
      ]);
      expect(fileCount).toBe(4);
      const part = onlyPart(result.value);
      expect(part.sheets.map(({ name }) => name)).toEqual(['a.csv', 'b.csv']);
      expect(JSON.stringify(await part.rows({}))).toContain('FAKE0000000B');
    },
  );
});

describe('saved answers, of which one stops the reader', () => {
  const saved = (name: string, text: string): SheetSource =>
    fileOf(new TextEncoder().encode(text), name);
  const APPS = JSON.stringify({
    assets: [{ adamId: '900000000001', pricingParam: 'STDQ', totalCount: 3, assignedCount: 1 }],
    currentPageIndex: 0,
    totalPages: 1,
    uId: 'one',
  });
  /** More pages than anybody has: what they make up is more than the reader can hold. */
  const pages = (): string =>
    Array.from({ length: 160_000 }, (_, at) => `{"users":[],"currentPageIndex":${at}}`).join('\n');

  test('A5: it is named, and the others are read', { timeout: 60_000 }, async () => {
    const result = await openUntilEnd([
      saved('a.json', APPS),
      saved('stops.json', pages()),
      fileOf(new TextEncoder().encode('Code\nFAKE0000000A\n'), 'b.csv'),
    ]);
    if (!result.ok) throw new Error(result.problem.code);
    const { refused, parts } = result.value;
    expect(refused.map(({ name, problem }) => [name, problem.code])).toEqual([
      ['stops.json', 'unreadable-file'],
    ]);
    expect(parts.flatMap(({ sheets }) => sheets.map(({ name }) => name))).toEqual([
      'a.json',
      'b.csv',
    ]);
  });
});

describe('several files that are too large together', () => {
  test('A5: those with which they are so are named, and the others are read', async () => {
    const large = (name: string): SheetSource => fileOf(new Uint8Array(19 * MEGABYTE), name);
    const result = await openUntilEnd([
      fileOf(new TextEncoder().encode('Code\nFAKE0000000A\n'), 'a.csv'),
      fileOf(new Uint8Array(70 * MEGABYTE), 'huge.csv'),
      ...['1.csv', '2.csv', '3.csv', '4.csv'].map(large),
    ]);
    if (!result.ok) throw new Error(result.problem.code);
    const { refused, parts } = result.value;
    expect(refused.map(({ name, problem }) => [name, problem.code])).toEqual([
      ['huge.csv', 'too-large'],
      ...['1.csv', '2.csv', '3.csv'].map((name) => [name, 'wrong-type']),
      ['4.csv', 'too-large-together'],
    ]);
    expect(parts).toHaveLength(1);
  });
});

describe('a quote that is never closed', () => {
  const textOf = (text: string): SheetSource => fileOf(new TextEncoder().encode(text), 'codes.csv');

  test('A5: is told with its row, and the rows before it are there', async () => {
    const result = await openUntilEnd(
      textOf('Code,Note\nFAKE00000001,a\nFAKE00000002,"b\nc\nFAKE00000003,d\n'),
    );
    if (!result.ok) throw new Error(result.problem.code);
    expect(result.value.gaps).toEqual([{ code: 'open-quote', params: { row: 3 } }]);
    expect((await onlyPart(result.value).rows({}))[0]?.rows).toHaveLength(1);
  });

  test('A5: is why nothing is found in what comes before it', async () => {
    expect(await openUntilEnd(textOf('Code,Note\nFAKE00000001,"a\nb\n'))).toMatchObject({
      ok: false,
      problem: { code: 'endless-cell', params: { row: 2 } },
    });
  });
});

describe('reading', () => {
  test('A5: tells its steps', { timeout: 60_000 }, async () => {
    const steps: string[] = [];
    await openUntilEnd(fileOf(await longSheet(1000)), { onProgress: (step) => steps.push(step) });
    expect([...new Set(steps)]).toEqual(['opening', 'reading']);
  });

  test('A5: nine thousand rows arrive in order, with their codes', async () => {
    const [sheet, ...more] = await onlyPart(await openLong(9_000)).rows({});
    expect(more).toEqual([]);
    expect(sheet?.rows).toHaveLength(9_000);
    expect(sheet?.rows.every(({ row }, at) => row === at + 2)).toBe(true);
    expect(new Set(sheet?.rows.map((row) => ('code' in row ? row.code : ''))).size).toBe(9_000);
  });

  test('A5: no cell of a file crosses to the page before its rows are asked for', async () => {
    const file = onlyPart(await openLong(100));
    expect(JSON.stringify(file)).not.toContain('FAKE');
    expect(JSON.stringify(await file.rows({}))).toContain('FAKE');
  });

  test('A5: columns are given other meanings, and rows asked for meanwhile come in their order', async () => {
    const lot = await openLong(3000);
    const file = onlyPart(lot);
    const [before, mapped, after] = await Promise.all([
      file.rows({}),
      mappedPart(lot, [{ index: 0, field: '' }]),
      file.rows({}),
    ]);
    expect(mapped.sheets[0]?.columns.map(({ field }) => field)).toEqual(['', 'link']);
    const notes = (values: typeof before) =>
      new Set(
        values[0]?.rows.flatMap(
          (row) => ('notes' in row ? [...row.notes] : []) as (string | object)[],
        ),
      );
    expect([...notes(before)]).toEqual([]);
    expect([...notes(after)]).toEqual(['code-from-link']);
    expect(after[0]?.rows).toHaveLength(3000);
  });

  test('A5: a closed file answers nothing any more', async () => {
    const file = await openLong(10);
    const asked = onlyPart(file).rows({});
    file.close();
    await expect(asked).rejects.toThrow(FileLost);
    await expect(file.map('apple-credit', [])).rejects.toThrow(FileLost);
    expect(file.isOpen).toBe(false);
  });

  test('A5: is cancelled at any time', async () => {
    const stop = new AbortController();
    const file = fileOf(await longSheet(20_000));
    const read = openUntilEnd(file, { signal: stop.signal, onProgress: () => stop.abort() });
    expect(await read).toMatchObject({ ok: false, problem: { code: 'cancelled' } });
    expect(await openUntilEnd(file, { signal: stop.signal })).toMatchObject({
      problem: { code: 'cancelled' },
    });
  });

  test('A5: a file that went away since it was picked is unreadable', async () => {
    const folder = await navigator.storage.getDirectory();
    const handle = await folder.getFileHandle('gone.csv', { create: true });
    const writer = await handle.createWritable();
    await writer.write('Code\nFAKE0000ABCD\n');
    await writer.close();
    const file = await handle.getFile();
    await folder.removeEntry('gone.csv');
    expect(await openUntilEnd(file)).toMatchObject({
      ok: false,
      problem: { code: 'unreadable-file' },
    });
  });
});

import { describe, expect, test } from 'vitest';
import { endedRows, rowsThatEnded, type EndedRow } from '#core/import/ended-rows.ts';
import { isEndedText } from '#core/import/import-run.ts';
import type { BareRow, RowOutcome } from '#core/import/planned-row.ts';
import { randomFrom } from '#tests/fuzz/random.ts';

const NAMED_BY_NONE = { created: [], restored: [], changed: [], parents: [] };

type Named = Parameters<typeof endedRows>[1];

const stored = (rows: readonly BareRow[], run: Named = NAMED_BY_NONE) => ({
  ...run,
  ended: endedRows(rows, run),
});

/** What a row of a dry run says of how it ended, as it is read out of the import's record again. */
const asEnded = ({ sheet, row, outcome, why, cell, parent }: BareRow): EndedRow => {
  const about = cell === undefined ? {} : { cell };
  const ended = { sheet, row, outcome, why: why?.code ?? '', ...about, parent };
  const of = why?.params?.row;
  return typeof of === 'number'
    ? { ...ended, of: { sheet: String(why?.params?.sheet), row: of } }
    : ended;
};

const bySheet = (rows: readonly EndedRow[]): readonly EndedRow[] => {
  const names = [...new Set(rows.map(({ sheet }) => sheet))];
  return names.flatMap((name) => rows.filter(({ sheet }) => sheet === name));
};

const OUTCOMES: readonly RowOutcome[] = ['new', 'changed', 'same', 'duplicate', 'unreadable'];

/** Rows as a file may have them: alike for a while, then not, with numbers left out between. */
const someRows = (random: () => number): BareRow[] => {
  const upTo = (most: number): number => Math.floor(random() * most);
  const sheets = ['', 'Blad1', 'Mars 2026'].slice(0, 1 + upTo(3));
  const next = new Map<string, number>();
  const rows: BareRow[] = [];
  for (let stretch = upTo(12); stretch >= 0; stretch -= 1) {
    const sheet = sheets[upTo(sheets.length)] as string;
    const outcome = OUTCOMES[upTo(OUTCOMES.length)] as RowOutcome;
    const [step, first] = [upTo(2), upTo(40)];
    const reason = upTo(3);
    const isAbout = reason === 2 && random() < 0.5;
    let row = (next.get(sheet) ?? 1) + upTo(3);
    for (let left = upTo(9); left >= 0; left -= 1, row += random() < 0.1 ? 2 : 1) {
      const params = isAbout ? { row: Math.max(1, row - 5), sheet } : undefined;
      const why = {
        code: ['', 'already-here', 'duplicate-of-row'][reason] ?? '',
        ...(params === undefined ? {} : { params }),
      };
      const parent = first > 30 ? '' : `record-${first + step * left}`;
      // The same reason may be about another cell of each row.
      const at = upTo(4);
      const cell = reason === 0 || at > 1 ? {} : { cell: { at, heading: ['', 'Antal'][at] ?? '' } };
      rows.push({ sheet, row, outcome, parent, ...(reason === 0 ? {} : { why }), ...cell });
    }
    next.set(sheet, row);
  }
  return rows;
};

describe('A5: what became of each row, as an import keeps it', () => {
  test('A5: any rows are read out as they were put in, sheet by sheet', () => {
    const random = randomFrom(20261130);
    for (let round = 0; round < 400; round += 1) {
      const rows = someRows(random);
      const ids = [...new Set(rows.map(({ parent }) => parent))].filter((id) => id !== '');
      const created = ids.filter(() => random() < 0.5);
      const run = { ...NAMED_BY_NONE, created, parents: ids.slice(0, 3) };
      const kept = JSON.parse(JSON.stringify(stored(rows, run))) as ReturnType<typeof stored>;
      expect(rowsThatEnded(kept)).toEqual(bySheet(rows.map(asEnded)));
      for (const sheet of kept.ended.sheets) expect(isEndedText(sheet.rows)).toBe(true);
    }
  });

  test('A5: a row may repeat one of another sheet, or a later one', () => {
    const repeats = (sheet: string, row: number, of: { sheet: string; row: number }): BareRow => ({
      sheet,
      row,
      outcome: 'duplicate',
      why: { code: 'duplicate-of-row', params: of },
      parent: '',
    });
    const rows = [
      repeats('A', 2, { sheet: 'B', row: 9 }),
      repeats('B', 9, { sheet: 'B', row: 4 }),
      repeats('B', 12, { sheet: 'A', row: 2 }),
      repeats('B', 3, { sheet: 'B', row: 2 }),
    ];
    expect(rowsThatEnded(stored(rows))).toEqual(rows.map(asEnded));
  });

  test('A5: ten thousand new rows are one entry, whether of one order or each of its own', () => {
    const all = Array.from({ length: 10_000 }, (_, at) => at);
    const row = (at: number, parent: string): BareRow => ({
      sheet: '',
      row: at + 2,
      outcome: 'new',
      parent,
    });
    const ofOne = stored(all.map((at) => row(at, 'batch')));
    expect(ofOne.ended.sheets).toEqual([{ name: '', reasons: [], rows: '+1N@0*7ps' }]);
    const ids = all.map((at) => `order-${at}`);
    const run = { ...NAMED_BY_NONE, created: ids };
    const ofMany = stored(
      all.map((at) => row(at, `order-${at}`)),
      run,
    );
    expect(ofMany.ended).toEqual({
      sheets: [{ name: '', reasons: [], rows: '+1N@0~7ps' }],
      records: [],
    });
    expect(rowsThatEnded(ofMany)?.at(-1)).toMatchObject({ row: 10_001, parent: 'order-9999' });
  });

  test('A5: ten thousand rows of which no two end alike stay under a hundred kilobytes', () => {
    const random = randomFrom(7);
    const ids = Array.from({ length: 10_000 }, (_, at) => `0198f2c4-${at}-7000-8000-000000000000`);
    const rows = ids.map((_, at): BareRow => {
      const outcome = OUTCOMES[at % OUTCOMES.length] as RowOutcome;
      return {
        sheet: 'Order',
        row: at + 2,
        outcome,
        ...(at % 2 === 0 ? {} : { why: { code: `reason-${at % 30}` } }),
        parent: ids[Math.floor(random() * ids.length)] as string,
      };
    });
    const kept = stored(rows, { ...NAMED_BY_NONE, created: ids });
    expect(JSON.stringify(kept.ended).length).toBeLessThan(100_000);
    expect(rowsThatEnded(kept)).toEqual(rows.map(asEnded));
  });

  test('A5: of rows that wrote nothing a thousand records are named, and no more', () => {
    const rows = Array.from({ length: 3000 }, (_, at): BareRow => ({
      sheet: '',
      row: at + 2,
      outcome: 'same',
      parent: `record-${at}`,
    }));
    const kept = stored(rows);
    expect(kept.ended.records).toHaveLength(1000);
    const read = rowsThatEnded(kept) ?? [];
    expect(read.map(({ row }) => row)).toEqual(rows.map(({ row }) => row));
    expect(read.filter(({ parent }) => parent !== '')).toHaveLength(1000);
    expect(read[999]?.parent).toBe('record-999');
  });

  test('A5: nothing that stood in a row is kept but how it ended', () => {
    const rows: BareRow[] = [
      {
        sheet: 'Blad1',
        row: 3,
        outcome: 'unreadable',
        why: { code: 'not-a-count', params: { written: 'XFAKECREDIT0001', name: 'Eva Berg' } },
        parent: '',
      },
    ];
    expect(JSON.stringify(stored(rows).ended)).not.toMatch(/FAKE|Eva/);
    expect(isEndedText('N Eva Berg')).toBe(false);
    expect(isEndedText('N'.repeat(1_600_001))).toBe(false);
  });

  test('A5: an import that kept none of it says so, and one of a version to come is read as far as it goes', () => {
    expect(rowsThatEnded(NAMED_BY_NONE)).toBeUndefined();
    const sheet = { name: '', reasons: [], rows: '+1N@0X5*3U1*zzzzzz' };
    const read = rowsThatEnded({ ...NAMED_BY_NONE, ended: { sheets: [sheet], records: ['r'] } });
    expect(read).toHaveLength(1_000_000);
    expect(read?.slice(0, 5).map(({ row, outcome, parent }) => [row, outcome, parent])).toEqual([
      [2, 'new', 'r'],
      [3, 'same', ''],
      [4, 'same', ''],
      [5, 'same', ''],
      [6, 'unreadable', ''],
    ]);
  });
});

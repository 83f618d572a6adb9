import type { ImportRunData } from '#core/import/import-run.ts';
import { screen as dom, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { describe, expect, test } from 'vitest';
import type { ImportRun } from '#core/import/import-run.ts';
import RunDetail from '#workspace/screens/import/run/RunDetail.svelte';
import { loadFileWords } from '#workspace/screens/import/run/load-imported.ts';
import { contentOf } from '#workspace/screens/import/run/run-content.ts';
import { rowsOf } from '#workspace/screens/import/run/run-rows.ts';
import { rowsTable } from '#workspace/screens/import/run/rows-table.ts';
import { importRows } from '#workspace/words/sv/import/rows.ts';
import { imports as swedish } from '#workspace/words/sv/import.ts';
import type { Texts } from '#ui/text.ts';
import { faults } from '#tests/ui/axe.ts';
import { shellTexts } from '#tests/ui/texts.ts';
import { csvFile, knownOf, openImport, showImport } from './show-import.ts';

const today = '2026-11-20';
const texts = {
  ...shellTexts(),
  ...(await loadFileWords('sv')),
  import: swedish,
  importRows,
} as Texts;

const HEAD = 'Order Number,Order Date,Available From,Amount,Currency,Purchaser,Code';
const ROW = '4500218837,2026-09-01,2026-09-04,25 000,SEK,innehall@nordby.example,XFAKECREDIT0001';

/** Codes with two columns nobody asks for, and two files that are left out. */
const imported = async () => {
  const { screen, world } = await openImport();
  await screen.choose([
    csvFile('koder.csv', `${HEAD},Hyllplats,4829`, `${ROW},B14,ja`),
    new File(['%PDF-1.7 …'], 'faktura.pdf'),
    new File([], 'tom.csv'),
  ]);
  const run = (await world.records.get((await screen.run()) ?? '')) as ImportRun;
  return { world, run, content: await contentOf(run, world.records, texts) };
};

describe('A5: what of the files was not read stays with the import', () => {
  test('A5: its record names files and columns, and nothing that may be a code', async () => {
    const { run } = await imported();
    expect(run.data.notRead).toEqual([
      { what: 'file', name: 'faktura.pdf', why: 'wrong-type', params: { what: 'pdf' } },
      { what: 'file', name: 'tom.csv', why: 'empty-file' },
      {
        what: 'columns',
        name: '',
        why: '',
        columns: [
          { at: 7, heading: 'Hyllplats' },
          { at: 8, heading: '' },
        ],
        cells: 2,
      },
    ]);
    expect(JSON.stringify(run.data)).not.toMatch(/FAKE|B14/);
  });

  test('A5: its page tells each in a fold, and axe finds nothing', async () => {
    const { run, content } = await imported();
    showImport(RunDetail, { run, ...content, today, busy: false, onundo: () => undefined });
    const fold = dom.getByText('2 filer och 2 kolumner');
    await userEvent.setup().click(fold);
    const list = within(dom.getByRole('list', { name: 'Inte läst' }));
    expect(list.getAllByRole('listitem').map((item) => item.textContent)).toEqual([
      expect.stringMatching(/^faktura\.pdf Filen är en pdf\./),
      expect.stringMatching(/^tom\.csv Filen är tom\./),
      'koder.csv Importerades inte: Hyllplats och Kolumn 9 (2 celler).',
    ]);
    expect(await faults()).toEqual([]);
  });

  test('A5: and so does what is exported, with an outcome of its own', async () => {
    const { run, content } = await imported();
    const rows = rowsOf(run.data);
    const given = {
      run: run.data,
      rows,
      ...(await knownOf(content.recordsOf, rows)),
      problems: content.problems(texts),
    };
    const lines = (await rowsTable(given, texts)).replace('\ufeff', '').split('\r\n');
    expect(lines).toHaveLength(5);
    expect(lines[1]).toBe('koder.csv;;2;Ny;;4500218837');
    expect(lines[2]).toMatch(/^faktura\.pdf;;;Inte läst;Filen är en pdf\./);
    expect(lines[3]).toMatch(/^tom\.csv;;;Inte läst;Filen är tom\./);
    expect(lines[4]).toMatch(
      /;;Inte läst;Importerades inte: Hyllplats och Kolumn 9 \(2 celler\)\.;$/,
    );
  });

  test('A5: where all was read there is no fold', async () => {
    const { screen, world } = await openImport();
    await screen.choose(csvFile('koder.csv', HEAD, ROW));
    const run = (await world.records.get((await screen.run()) ?? '')) as ImportRun;
    expect(run.data).not.toHaveProperty('notRead');
    const content = await contentOf(run, world.records, texts);
    showImport(RunDetail, { run, ...content, today, busy: false, onundo: () => undefined });
    expect(dom.queryByText('Inte läst')).toBeNull();
  });
});

describe('A5: each row of several files is told with its own', () => {
  const EARLIER = ROW.replace('4500218837', '4500218800').replace('0001', '0002');

  const ofSeveral = async () => {
    const { screen, world } = await openImport();
    await screen.choose([
      csvFile('koder.csv', HEAD, ROW),
      csvFile('mars.csv', HEAD, EARLIER),
      new File([], 'tom.csv'),
    ]);
    const run = (await world.records.get((await screen.run()) ?? '')) as ImportRun;
    return { run, content: await contentOf(run, world.records, texts) };
  };

  test('A5: what is exported names its file, not all of them', async () => {
    const { run, content } = await ofSeveral();
    expect(run.data.fileName).toBe('koder.csv + 1');
    const rows = rowsOf(run.data);
    const given = {
      run: run.data,
      rows,
      ...(await knownOf(content.recordsOf, rows)),
      problems: content.problems(texts),
    };
    const lines = (await rowsTable(given, texts)).replace('\ufeff', '').split('\r\n');
    expect(lines.slice(1, 3)).toEqual([
      'koder.csv;;2;Ny;;4500218837',
      'mars.csv;;2;Ny;;4500218800',
    ]);
    expect(lines[3]).toMatch(/^tom\.csv;;;Inte läst;/);
  });

  test('A5: its page says the file beside the row, whichever rows are shown', async () => {
    const { run, content } = await ofSeveral();
    showImport(RunDetail, { run, ...content, today, busy: false, onundo: () => undefined });
    const list = within(await dom.findByRole('list', { name: 'Rad för rad' }));
    const said = (): (string | null)[] =>
      list.getAllByRole('listitem').map(({ textContent }) => textContent);
    expect(said()).toEqual([
      expect.stringContaining('Rad 2 i koder.csv'),
      expect.stringContaining('Rad 2 i mars.csv'),
    ]);
  });
});

describe('A5: where a row of an exported import stood', () => {
  const run = {
    fileName: 'bok.xlsx + 1',
    sheets: [
      { name: 'bok.xlsx · Koder', file: 'bok.xlsx', own: 'Koder' },
      { name: 'mars.csv', file: 'mars.csv', own: '' },
    ],
    notRead: [
      { what: 'sheet', name: 'bok.xlsx · Om', why: 'nothing-here' },
      { what: 'sheet', name: 'bok.xlsx · Gammalt', why: 'hidden' },
      { what: 'sheet', name: 'mars.csv', why: 'a reason to come' },
    ],
  };
  const row = { row: 2, outcome: 'new', why: '', parent: '' } as const;

  test('A5: a saved answer has no sheet, and the number of its place where its file has several', async () => {
    const own = { row: 2, outcome: 'new', why: '', parent: '' } as const;
    const cases: readonly [Pick<ImportRunData, 'fileName' | 'sheets'>, readonly string[]][] = [
      [{ fileName: 'assets.json' }, ['assets.json;;2', 'assets.json;(2);2']],
      [
        {
          fileName: 'assets.json + 1',
          sheets: [
            { name: 'assets.json', file: 'assets.json', own: 'assets.json' },
            { name: 'assets.json (2)', file: 'assets.json', own: 'assets.json (2)' },
          ],
        },
        ['assets.json;;2', 'assets.json;(2);2'],
      ],
    ];
    for (const [run, lines] of cases) {
      const rows = ['assets.json', 'assets.json (2)'].map((sheet) => ({ ...own, sheet }));
      const given = { run, rows, records: new Map(), whyOf: () => '', problems: {} };
      const written = (await rowsTable(given, texts)).split('\r\n').slice(1);
      expect(written.map((line) => line.split(';').slice(0, 3).join(';'))).toEqual(lines);
    }
  });

  test('A5: a sheet of a workbook is told apart from its file, read or not', async () => {
    const rows = run.sheets.map(({ name }) => ({ ...row, sheet: name }));
    const given = { run, rows, records: new Map(), whyOf: () => '', problems: {} };
    const lines = (await rowsTable(given, texts)).split('\r\n').slice(1);
    expect(lines).toEqual([
      'bok.xlsx;Koder;2;Ny;;',
      'mars.csv;;2;Ny;;',
      'bok.xlsx;Om;;Inte läst;Inget i bladet kändes igen.;',
      'bok.xlsx;Gammalt;;Inte läst;Bladet var dolt i filen.;',
      'mars.csv;;;Inte läst;Lästes inte.;',
    ]);
  });
});

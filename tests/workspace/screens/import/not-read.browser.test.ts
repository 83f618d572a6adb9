import { screen as dom, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { describe, expect, test } from 'vitest';
import type { ImportRun } from '#core/import/import-run.ts';
import RunDetail from '#workspace/screens/import/run/RunDetail.svelte';
import { contentOf } from '#workspace/screens/import/run/run-content.ts';
import { rowsOf } from '#workspace/screens/import/run/run-rows.ts';
import { rowsTable } from '#workspace/screens/import/run/rows-table.ts';
import { importRows } from '#workspace/words/sv/import/rows.ts';
import { imports as swedish } from '#workspace/words/sv/import.ts';
import type { Texts } from '#ui/text.ts';
import { faults } from '#tests/ui/axe.ts';
import { shellTexts } from '#tests/ui/texts.ts';
import { csvFile, openImport, showImport } from './show-import.ts';

const today = '2026-11-20';
const texts = { ...shellTexts(), import: swedish, importRows } as Texts;

const HEAD = 'Order Number,Order Date,Available From,Amount,Currency,Purchaser,Code';
const ROW = '4500218837,2026-09-01,2026-09-04,25 000,SEK,innehall@nordby.example,XFAKECREDIT0001';

/** Codes with two columns nobody asks for, and two files that are left out. */
const imported = async () => {
  const { screen, world } = await openImport();
  await screen.choose([
    csvFile('koder.csv', `${HEAD},Hyllplats,XFAKECREDIT0099`, `${ROW},B14,ja`),
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
        name: 'koder.csv',
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
      records: await content.recordsOf(rows),
      sentences: swedish.why,
      problems: content.problems(texts),
    };
    const lines = (await rowsTable(given, texts)).replace('\ufeff', '').split('\r\n');
    expect(lines).toHaveLength(5);
    expect(lines[2]).toMatch(/^faktura\.pdf;;;Inte läst;Filen är en pdf\./);
    expect(lines[3]).toMatch(/^tom\.csv;;;Inte läst;Filen är tom\./);
    expect(lines[4]).toMatch(/;;Inte läst;Importerades inte: Hyllplats och Kolumn 9 \(2 celler\)\.;$/);
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

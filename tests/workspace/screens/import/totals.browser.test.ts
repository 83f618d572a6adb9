import { screen as dom, within } from '@testing-library/svelte';
import { expect, test } from 'vitest';
import type { ImportRun } from '#core/import/import-run.ts';
import DryRun from '#workspace/screens/import/dry-run/DryRun.svelte';
import RunDetail from '#workspace/screens/import/run/RunDetail.svelte';
import { countsOf } from '#workspace/screens/import/run/recent-words.ts';
import { contentOf } from '#workspace/screens/import/run/run-content.ts';
import { importRows } from '#workspace/words/sv/import/rows.ts';
import { imports as swedish } from '#workspace/words/sv/import.ts';
import type { Texts } from '#ui/text.ts';
import { shellTexts } from '#tests/ui/texts.ts';
import { csvFile, MIXED, openImport, showImport } from './show-import.ts';

const today = '2026-11-20';
const texts = { ...shellTexts(), import: swedish, importRows } as Texts;
const nothing = (): void => undefined;

/** An order, and a line that adds up what is above it. */
const WITH_TOTAL = [...MIXED.slice(0, 2), 'Summa,,,25 000,,,,'];

const open = async () => {
  const opened = await openImport();
  await opened.screen.choose(csvFile('koder.csv', ...WITH_TOTAL));
  return opened;
};
const rowsIn = (name: string): string[] =>
  within(dom.getByRole('list', { name }))
    .getAllByRole('listitem')
    .map((row) => row.textContent?.replace(/\s+/g, ' ').trim() ?? '');

test('A5: a total is left out of the dry run, with its reason, and is no fault', async () => {
  const { screen } = await open();
  const given = { screen, today, onimport: nothing, oncancel: nothing, problemWords: () => '' };
  showImport(DryRun, given);
  const counts = '1 ny, 0 ändras, 0 lika, 0 läses inte, 1 utelämnas';
  expect(dom.getByRole('img', { name: counts })).toBeVisible();
  expect(dom.getByText(/^1 utelämnas: summor, /)).toBeVisible();
  expect(rowsIn('Rader att se över')).toEqual([
    'Rad 3 3 Summerar andra rader, importeras inte Summa Utelämnas',
  ]);
});

test('A5: afterwards its page and the list of imports say the same', async () => {
  const { screen, world } = await open();
  const run = (await world.records.get((await screen.run()) ?? '')) as ImportRun;
  const content = await contentOf(run, world.records, texts);
  showImport(RunDetail, { run, ...content, today, busy: false, onundo: nothing });
  await dom.findByRole('list', { name: 'Rad för rad' });
  const counts = '1 ny, 0 ändrade, 0 lika, 0 inte lästa, 1 utelämnad';
  expect(dom.getByRole('img', { name: counts })).toBeVisible();
  // Nothing is to be looked at first: all rows are there, in their order.
  expect(
    rowsIn('Rad för rad').map((row) => row.replace(/^Rad \d (\d) .* (\S+)$/, '$1 $2')),
  ).toEqual(['2 Ny', '3 Utelämnad']);
  expect(countsOf(run, texts)).toBe('1 ny, 1 utelämnad');
});

import { screen as dom, waitFor } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import DryRun from '#workspace/screens/import/dry-run/DryRun.svelte';
import { csvFile, openImport, showImport } from './show-import.ts';

const nothing = (): void => undefined;
afterEach(() => page.viewport(390, 844));

/** Three questions: of the code column, of sums and of days. */
const ASKED = [
  csvFile('koder.csv', 'Nummer,Sak', 'FAKE1234ABCD,Foto', 'FAKE2345BCDE,Foto'),
  csvFile(
    'kredit.csv',
    'Order Number,Amount,Currency,Order Date',
    '4500218837,25.000,SEK,03/04/2026',
  ),
];

test('X14: the keys go from each answer to the next question, and from the last to the import', async () => {
  const { screen } = await openImport();
  await screen.choose(ASKED);
  showImport(DryRun, {
    screen,
    today: '2026-11-20',
    onimport: nothing,
    oncancel: nothing,
    problemWords: String,
  });
  const keys = userEvent.setup();
  const press = async (name: RegExp): Promise<void> => {
    dom.getByRole('button', { name }).focus();
    await keys.keyboard('{Enter}');
  };
  const question = (name: RegExp): HTMLElement => dom.getByRole('heading', { name });

  await press(/^Ja, det stämmer$/);
  await waitFor(() => expect(question(/25\.000/)).toHaveFocus());
  await keys.tab();
  expect(dom.getByRole('button', { name: /^25\s000\skr$/ })).toHaveFocus();
  // Out of turn: the one before it is still to be answered.
  await press(/^3 april$/);
  await waitFor(() => expect(question(/25\.000/)).toHaveFocus());
  await press(/^25\skr$/);
  await waitFor(() => expect(dom.getByRole('button', { name: /^Importera/ })).toHaveFocus());

  await press(/^Ändra .*3 april 2026$/);
  await waitFor(() => expect(question(/03\/04\/2026/)).toHaveFocus());
});

test('X14: on a tablet the keys come to what is asked before the columns beside it, which are passed before the rows', async () => {
  await page.viewport(1180, 820);
  const { screen } = await openImport();
  await screen.choose(ASKED);
  showImport(DryRun, {
    screen,
    today: '2026-11-20',
    onimport: nothing,
    oncancel: nothing,
    problemWords: String,
  });
  dom.getByRole('heading', { level: 1 }).focus();
  const keys = userEvent.setup();
  const stops: string[] = [];
  while (!document.activeElement?.matches('.questions *') && stops.length < 30) {
    await keys.tab();
    stops.push(document.activeElement?.textContent?.trim() ?? '');
  }
  expect(stops).toEqual(['Avbryt', 'Svara på frågan först', 'Ja, det stämmer']);
  // What is drawn at the left is read before what is drawn below the questions.
  const columns = dom.getAllByRole('combobox').at(-1)!;
  expect(columns.compareDocumentPosition(dom.getByRole('radiogroup'))).toBe(
    Node.DOCUMENT_POSITION_FOLLOWING,
  );
  const { right } = columns.getBoundingClientRect();
  const { left, top } = dom.getAllByRole('group')[0]!.getBoundingClientRect();
  expect(left).toBeGreaterThan(right);
  // What is asked begins level with what is beside it, whatever that is as high as.
  const chips = dom.getByRole('radiogroup').getBoundingClientRect().top;
  expect(chips - top).toBeLessThan(500);
});

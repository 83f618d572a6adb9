import { screen as dom, waitFor } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import DryRun from '#workspace/screens/import/dry-run/DryRun.svelte';
import { csvFile, openImport, showImport } from './show-import.ts';

const nothing = (): void => undefined;

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

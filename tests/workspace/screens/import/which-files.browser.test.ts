import { screen as dom, waitFor, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { describe, expect, test } from 'vitest';
import type { Draft } from '#core/record/record.ts';
import { BLANK_TOKEN } from '#programmes/apple-licences/rules/token/token-commands.ts';
import DryRun from '#workspace/screens/import/dry-run/DryRun.svelte';
import { csvFile, openImport, showImport } from './show-import.ts';

const nothing = (): void => undefined;
const given = { today: '2026-11-20', onimport: nothing, oncancel: nothing, problemWords: String };
const ALL = ['apple-credit', 'apple-licences', 'adobe-vip'] as const;

/** The dry run of files in a workspace with one app, and with tokens of locations. */
const opened = async (files: readonly File[], tokens: readonly string[] = []) => {
  const { world, screen } = await openImport(async () => true, ALL);
  await world.records.create({
    id: 'music',
    kind: 'volume-app',
    programme: 'apple-licences',
    parent: '',
    data: { v: 1, name: 'Testapp Musik', adamId: '900000000009', pricingParam: 'STDQ' },
  } as unknown as Draft);
  for (const location of tokens)
    await world.records.create({
      id: location,
      kind: 'content-token',
      programme: 'apple-licences',
      parent: '',
      data: { ...BLANK_TOKEN, v: 1, name: location, location },
    } as unknown as Draft);
  await screen.choose(files);
  showImport(DryRun, { screen, ...given });
  return screen;
};

const titles = (): string[] =>
  [...document.querySelectorAll('.questions h2')].map(({ textContent }) => textContent.trim());

const NAMES = (name: string): File => csvFile(name, 'App;Licenser', 'Testapp Musik;30');

describe('A5: of several files, what is asked and told says which it is about', () => {
  test('A5: columns that were guessed in two files are asked about once, with both names', async () => {
    const codes = ['Nummer,Sak', 'FAKE1234ABCD,Läsresan', 'FAKE2345BCDE,Läsresan'];
    const screen = await opened([
      NAMES('norr.csv'),
      csvFile('koder.csv', ...codes),
      NAMES('syd.csv'),
      csvFile('platser.csv', 'adam_id,name,location,total', '900000000001,Karta,Skolan,3'),
    ]);
    expect(titles()).toEqual(
      expect.arrayContaining([
        'norr.csv och syd.csv: Är det här en lista över appar och deras licenser?',
        'koder.csv: Är koderna i rätt kolumn?',
        'koder.csv: Var ska koderna läggas?',
      ]),
    );
    expect(titles()).toHaveLength(3);
    const [columns] = dom.getAllByRole('group', { name: /^norr.csv och syd.csv/ });
    await userEvent
      .setup()
      .click(within(columns!).getByRole('button', { name: 'Ja, det stämmer' }));
    // The question goes first, and what was answered is read anew.
    await waitFor(() =>
      expect(screen.sheets.filter(({ needsMapping }) => needsMapping)).toMatchObject([
        { name: 'koder.csv' },
      ]),
    );
    expect(titles().join()).not.toContain('norr.csv');
  });

  test('A5: a new location is told with the file that names it', async () => {
    const apps = 'adam_id,name,location,total';
    await opened([
      csvFile('norr.csv', apps, '900000000001,Karta,Skolan,3'),
      csvFile('syd.csv', apps, '900000000002,Karta,,3'),
    ]);
    expect(dom.getByText(/^norr.csv: 1 ny plats: Skolan\./)).toBeVisible();
  });

  test('A5: which location is asked with the name of the file, also of one among others', async () => {
    await opened(
      [
        csvFile('norr.csv', 'adam_id,name,total', '900000000001,Karta,3'),
        csvFile('koder.csv', 'Code', 'FAKE1234ABCD'),
      ],
      ['Skolan', 'Gymnasiet'],
    );
    expect(
      dom.getByRole('combobox', { name: 'norr.csv: Vilken plats hör apparna till?' }),
    ).toBeVisible();
  });

  test('A5: where one file stops the whole import, no note says that the rest can come', async () => {
    const user = userEvent.setup();
    await opened([
      csvFile('a.csv', 'Order Number,Amount,Currency', '4500218837,25.000,SEK', '4500218838,7,SEK'),
      NAMES('norr.csv'),
    ]);
    const rest = /importera resten/;
    expect(
      dom.getByText(/^Inget importeras innan du har svarat: norr\.csv: Är det här en lista/),
    ).toBeVisible();
    expect(dom.queryByText(rest)).toBeNull();
    await user.click(dom.getByRole('button', { name: 'Svara på frågan först' }));
    expect(dom.getByRole('heading', { name: /^norr\.csv: / })).toHaveFocus();
    await user.click(dom.getByRole('button', { name: 'Ja, det stämmer' }));
    await dom.findByRole('button', { name: 'Importera 2 rader' });
    // The note leads to the question whose rows are left out.
    await user.click(dom.getByRole('button', { name: rest }));
    expect(dom.getByRole('heading', { name: /^a\.csv: .*25\.000/ })).toHaveFocus();
  });

  test('A5: the button says how many questions there are without which nothing is imported', async () => {
    const user = userEvent.setup();
    const codes = ['Nummer,Sak', 'FAKE1234ABCD,Läsresan', 'FAKE2345BCDE,Läsresan'];
    await opened([NAMES('norr.csv'), csvFile('koder.csv', ...codes)]);
    expect(dom.getByRole('button', { name: 'Svara på 2 frågor först' })).toBeEnabled();
    await user.click(dom.getAllByRole('button', { name: 'Ja, det stämmer' })[0]!);
    expect(await dom.findByRole('button', { name: 'Svara på frågan först' })).toBeEnabled();
  });

  test('A5: one file alone is named by no question', async () => {
    await opened([NAMES('norr.csv')]);
    expect(titles()).toEqual(['Är det här en lista över appar och deras licenser?']);
  });
});

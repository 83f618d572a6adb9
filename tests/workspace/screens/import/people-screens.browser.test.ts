import { screen as dom, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, test } from 'vitest';
import { page as tab } from 'vitest/browser';
import type { ImportRun } from '#core/import/import-run.ts';
import type { Draft } from '#core/record/record.ts';
import { importLicences } from '#programmes/apple-licences/words/sv/import-licences.ts';
import { imports as swedish } from '#workspace/words/sv/import.ts';
import type { Texts } from '#ui/text.ts';
import DryRun from '#workspace/screens/import/dry-run/DryRun.svelte';
import { contentOf } from '#workspace/screens/import/run/run-content.ts';
import RunDetail from '#workspace/screens/import/run/RunDetail.svelte';
import { faults } from '#tests/ui/axe.ts';
import { shellTexts } from '#tests/ui/texts.ts';
import { csvFile, openImport, showImport } from './show-import.ts';

const today = '2026-11-20';
const nothing = (): void => undefined;
afterEach(() => tab.viewport(390, 844));
const texts = { ...shellTexts(), import: swedish, importLicences } as Texts;

const USERS = csvFile(
  'elever.csv',
  'Förnamn;Efternamn;E-postadress;Klass;Lösenord',
  'Vera;Lind;vera@nordby.example;9B;NotASecret417',
  'Olle;Berg;;9B;NotASecret418',
);
const WHO = csvFile(
  'licenser.csv',
  'Appnamn;E-postadress;Serienummer;Enhetsnamn',
  'matteskogen;vera@nordby.example;;',
  'Matteskogen;nils@nordby.example;;',
  'Matteskogen;;TESTIPAD0001;Klassrum 1',
  'Läsresan;vera@nordby.example;;',
);

const opened = async () => {
  const { world, screen } = await openImport();
  await world.records.create({
    id: 'app-1',
    kind: 'volume-app',
    programme: 'apple-licences',
    parent: '',
    data: { v: 1, name: 'Matteskogen', adamId: '900000000001', location: 'Gymnasiet' },
  } as unknown as Draft);
  return { world, screen };
};

describe('B9: a list of users', () => {
  test('B9: the dry run names its columns and its people, and shows no password', async () => {
    const { world, screen } = await opened();
    await screen.choose(USERS);
    const shown = showImport(DryRun, {
      screen,
      today,
      onimport: nothing,
      oncancel: nothing,
      problemWords: String,
    });
    expect(dom.getByRole('img', { name: '1 ny, 0 ändras, 0 lika, 1 läses inte' })).toBeVisible();
    const group = dom.getByRole('combobox', { name: 'Vad kolumnen Klass innehåller' });
    expect(group).toHaveDisplayValue('Grupp');
    expect(within(group).getByRole('option', { name: 'Hanterat Apple-konto' })).toBeEnabled();
    expect(dom.getByRole('combobox', { name: 'Vad kolumnen Lösenord innehåller' })).toHaveValue('');
    expect(document.body.innerText).not.toContain('NotASecret');
    const rows = within(dom.getByRole('list', { name: 'Rader att se över' }));
    expect(rows.getByRole('button', { name: /Rad 3.*Olle Berg har bara ett namn/ })).toBeVisible();
    expect(dom.getByRole('combobox', { name: /Läs.*som/ })).toHaveDisplayValue('Användare');
    expect(await faults()).toEqual([]);
    shown.unmount();
    const run = (await world.records.get((await screen.run()) ?? '')) as ImportRun;
    const content = await contentOf(run, world.records, texts);
    expect(content.parents.map(({ name }) => name)).toEqual(['Vera Lind']);
    showImport(RunDetail, { run, ...content, today, busy: false, onundo: nothing });
    expect(dom.getByRole('link', { name: /Vera Lind/ })).toBeVisible();
  });

  test('B9: the same in English, on a tablet', async () => {
    const { screen } = await opened();
    await tab.viewport(1180, 820);
    await screen.choose(USERS);
    showImport(
      DryRun,
      { screen, today, onimport: nothing, oncancel: nothing, problemWords: String },
      'en',
    );
    expect(dom.getByText(/Olle Berg has only a name\. Add an email address/)).toBeVisible();
    expect(await faults()).toEqual([]);
  });
});

describe('B9: a list of who has which licence', () => {
  test('B9: each row says whose it is and of which app, and the page of the import what came', async () => {
    const user = userEvent.setup();
    const { world, screen } = await opened();
    await screen.choose(WHO);
    const shown = showImport(DryRun, {
      screen,
      today,
      onimport: nothing,
      oncancel: nothing,
      problemWords: String,
    });
    expect(dom.getByRole('img', { name: '3 nya, 0 ändras, 0 lika, 1 läses inte' })).toBeVisible();
    expect(dom.getByRole('combobox', { name: /Läs.*som/ })).toHaveDisplayValue(
      'Vem som har vilken licens',
    );
    const review = within(dom.getByRole('list', { name: 'Rader att se över' }));
    expect(
      review.getByRole('button', {
        name: /Rad 5.*Appen Läsresan finns inte här\. Läs in appen först/,
      }),
    ).toBeVisible();
    await user.click(dom.getByRole('button', { name: /^Visa alla/ }));
    await user.click(
      await dom.findByRole('button', {
        name: /Rad 4.*Klassrum 1.*Ny tilldelad licens.*Matteskogen/,
      }),
    );
    const sheet = within(await dom.findByRole('dialog', { name: 'Rad 4' }));
    for (const fact of ['Matteskogen', 'Gymnasiet'])
      expect(sheet.getAllByText(fact)[0]).toBeVisible();
    await user.click(sheet.getByRole('button', { name: 'Stäng' }));
    expect(await faults()).toEqual([]);
    shown.unmount();
    const run = (await world.records.get((await screen.run()) ?? '')) as ImportRun;
    const content = await contentOf(run, world.records, texts);
    expect(
      Object.fromEntries(content.parents.map(({ name, detail }) => [name, detail(texts)])),
    ).toEqual({
      'Matteskogen, Gymnasiet': '3 tilldelade licenser',
      'nils@nordby.example, Gymnasiet': '',
      'vera@nordby.example, Gymnasiet': '',
    });
  });
});

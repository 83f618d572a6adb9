import { screen as dom, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, test } from 'vitest';
import { page as tab } from 'vitest/browser';
import type { Draft } from '#core/record/record.ts';
import type { ImportRun } from '#core/import/import-run.ts';
import { importLicences } from '#programmes/apple-licences/words/sv/import-licences.ts';
import { imports as swedish } from '#workspace/words/sv/import.ts';
import type { Texts } from '#ui/text.ts';
import DryRun from '#workspace/screens/import/dry-run/DryRun.svelte';
import RunDetail from '#workspace/screens/import/run/RunDetail.svelte';
import { contentOf, type RunContent } from '#workspace/screens/import/run/run-content.ts';
import { countsOf, importedWords } from '#workspace/screens/import/run/recent-words.ts';
import { newPlacesWords } from '#workspace/screens/import/dry-run/new-places-words.ts';
import { RunUndo } from '#workspace/screens/import/run/undo-run.svelte.ts';
import { faults, inTheme } from '#tests/ui/axe.ts';
import { shellTexts } from '#tests/ui/texts.ts';
import AskedUndo from './AskedUndo.svelte';
import { csvFile, openImport, showImport } from './show-import.ts';

const today = '2026-11-20';
const nothing = (): void => undefined;
afterEach(() => tab.viewport(390, 844));
const texts = { ...shellTexts(), import: swedish, importLicences } as Texts;
const detailsIn = ({ parents }: RunContent): string[] => parents.map(({ detail }) => detail(texts));

const page = (name: string, body: object): File =>
  new File(
    [JSON.stringify({ ...body, uId: '2049', currentPageIndex: 0, totalPages: 1, versionId: 'v1' })],
    name,
  );
const assets = page('assets-0.json', {
  assets: [
    {
      adamId: '900000000001',
      pricingParam: 'STDQ',
      productType: 'App',
      totalCount: 9,
      assignedCount: 3,
    },
  ],
  size: 1,
});
const holding = (...users: readonly string[]): File =>
  page('assignments-0.json', {
    assignments: users.map((clientUserId) => ({
      adamId: '900000000001',
      pricingParam: 'STDQ',
      clientUserId,
    })),
    size: users.length,
  });

test('B7, B9: a saved answer says what it is and how many rows it has, also in a fold', async () => {
  const { screen } = await openImport();
  const tokens = new File(
    [
      JSON.stringify({
        '@odata.context':
          'https://graph.microsoft.com/v1.0/$metadata#deviceAppManagement/vppTokens',
        value: [
          {
            id: '1',
            organizationName: 'Nordby kommun',
            appleId: 'apple@nordby.example',
            expirationDateTime: '2027-02-01T00:00:00Z',
          },
        ],
      }),
    ],
    'tokens.json',
  );
  const given = { screen, today, onimport: nothing, oncancel: nothing, problemWords: String };
  await screen.choose([assets, tokens]);
  const two = showImport(DryRun, given);
  expect(dom.getByText(/^Appar och licenser, sparat svar från Apple: 1 rad\. /)).toBeVisible();
  expect(dom.getByText(/^Token, sparat svar från Microsoft Graph: 1 rad\. /)).toBeVisible();
  two.unmount();

  await screen.choose([assets, holding('anv-1', 'anv-2'), tokens]);
  showImport(DryRun, given);
  const summary = dom.getByText('Tilldelade licenser, sparat svar från Apple · 2 rader');
  const fold = summary.closest('details')!;
  expect(dom.getByText('Token, sparat svar från Microsoft Graph · 1 rad')).toBeVisible();
  await userEvent.click(summary);
  expect(within(fold).getByText(/finns inga kolumner att välja/)).toBeVisible();
});

test('B7: what a file lacks is told above its rows', async () => {
  const { screen } = await openImport();
  const cut = new File([await assets.text(), '\n{"assets": ['], 'assets.json');
  const second = { users: [], uId: '2049', currentPageIndex: 1, totalPages: 2, versionId: 'v1' };
  await screen.choose([cut, new File([JSON.stringify(second)], 'users-1.json'), cut]);
  const given = { screen, today, onimport: nothing, oncancel: nothing, problemWords: String };
  showImport(DryRun, given).unmount();
  for (const width of [390, 1180]) {
    await tab.viewport(width, 844);
    const shown = showImport(DryRun, given);
    expect(dom.getAllByText(/^Filen assets.json slutar mitt i en sida/)).toHaveLength(2);
    expect(dom.getAllByText(/^Filen assets.json/)[1]).toBeVisible();
    expect(dom.getByText(/^1 av 2 sidor av users saknas/)).toBeVisible();
    shown.unmount();
  }
});

describe('B7: a whole list that only names fewer licences', () => {
  test('B7: the button says what will happen, the record what did, and its page of which app', async () => {
    const { world, screen } = await openImport();
    await screen.choose([assets, holding('u-1', 'u-2', 'u-3')]);
    await screen.run();
    await screen.choose(holding('u-2'));
    const shown = showImport(DryRun, {
      screen,
      today,
      onimport: nothing,
      oncancel: nothing,
      problemWords: String,
    });
    expect(dom.getByRole('img', { name: '0 nya, 0 ändras, 1 lika, 0 läses inte' })).toBeVisible();
    expect(dom.getByRole('button', { name: 'Notera 2 licenser som lediga' })).toBeEnabled();
    expect(
      dom.getByText('2 tilldelade licenser finns inte längre i listan och noteras som lediga.'),
    ).toBeVisible();
    shown.unmount();

    const run = (await world.records.get((await screen.run()) ?? '')) as ImportRun;
    expect(countsOf(run, texts)).toBe('1 lika, 2 licenser blev lediga');
    const content = await contentOf(run, world.records, texts);
    expect(detailsIn(content)).toEqual(['2 licenser blev lediga']);
    showImport(RunDetail, { run, ...content, today, busy: false, onundo: nothing });
    expect(dom.getByRole('link', { name: /2 licenser blev lediga/ })).toBeVisible();
    await new RunUndo(() => world.records, texts).undo(run.id);
    expect((await contentOf(run, world.records, texts)).parents).toEqual([]);
  });

  test.each([
    [4, 0, 0, '4 rader importerade'],
    [0, 1, 0, '1 licens blev ledig'],
    [1, 3, 0, '1 rad importerade, 3 licenser blev lediga'],
    [4, 0, 2, '4 rader importerade, 2 nya platser'],
  ])(
    'B7: with %i rows, %i freed licences and %i new locations it ends with “%s”',
    (rows, freed, places, sentence) => {
      expect(importedWords({ rows, freed, places }, texts)).toBe(sentence);
    },
  );
});

describe('B9: a list that says the same counts later', () => {
  const list = (asOf: string): File =>
    csvFile(
      'lista.csv',
      'location,adam_id,app_name,total,as_of',
      `Skolan,900000000001,Matteskogen,9,${asOf}`,
    );

  test('B9: its row confirms them, the button says so, and its page does', async () => {
    const { world, screen } = await openImport();
    await screen.choose(list('2026-11-18T06:00:00Z'));
    await screen.run();
    await screen.choose(list('2026-11-19T06:00:00Z'));
    const shown = showImport(DryRun, {
      screen,
      today,
      onimport: nothing,
      oncancel: nothing,
      problemWords: String,
    });
    expect(dom.getByRole('img', { name: '0 nya, 0 ändras, 1 lika, 0 läses inte' })).toBeVisible();
    expect(dom.getByText('Inga rader behöver ses över.')).toBeVisible();
    await userEvent.setup().click(dom.getByRole('button', { name: 'Visa alla 1' }));
    expect(dom.getByText(/Samma siffror, bekräftade/)).toBeVisible();
    expect(dom.getByRole('button', { name: 'Bekräfta siffrorna för 1 app' })).toBeEnabled();
    expect(await faults()).toEqual([]);
    shown.unmount();
    const run = (await world.records.get((await screen.run()) ?? '')) as ImportRun;
    const content = await contentOf(run, world.records, texts);
    expect(detailsIn(content)).toEqual(['Samma siffror, bekräftade']);
    showImport(RunDetail, { run, ...content, today, busy: false, onundo: nothing });
    expect(dom.getByRole('link', { name: /Samma siffror, bekräftade/ })).toBeVisible();
    expect(importedWords({ rows: 0, freed: 0, places: 0, confirmed: 4 }, texts)).toBe(
      'Siffrorna för 4 appar är bekräftade',
    );
    await screen.choose(list('2026-11-19T06:00:00Z'));
    showImport(DryRun, {
      screen,
      today,
      onimport: nothing,
      oncancel: nothing,
      problemWords: String,
    });
    expect(dom.getByRole('button', { name: 'Inget nytt att importera' })).toBeDisabled();
  });
});

describe('B9: the undo of a list names what goes', () => {
  test('B9: apps and licences, in both languages', async () => {
    const { world, screen } = await openImport();
    await screen.choose([assets, holding('u-1', 'u-2')]);
    const run = (await world.records.get((await screen.run()) ?? '')) as ImportRun;
    const { records } = world;
    const shown = showImport(AskedUndo, { records, run, state: 'in-step' as const });
    expect(
      await dom.findByText(
        /^Appar och tilldelade licenser läggs i papperskorgen, på alla enheter\./,
      ),
    ).toBeVisible();
    const text = dom.getByRole('dialog').innerText.replace(/\s+/g, ' ');
    expect(text).toMatch(/Appar 1 Tilldelade licenser 2/);
    expect(text).not.toMatch(/order|kod/i);
    expect(await faults()).toEqual([]);
    shown.unmount();
    const english = showImport(AskedUndo, { records, run, state: 'in-step' as const }, 'en');
    expect(
      await dom.findByText(/^Apps and assigned licences go to the trash, on all devices\./),
    ).toBeVisible();
    english.unmount();
  });

  test('B7: other devices are not mentioned where there are none', async () => {
    const { world, screen } = await openImport();
    await screen.choose([assets, holding('u-1', 'u-2')]);
    const run = (await world.records.get((await screen.run()) ?? '')) as ImportRun;
    const shown = showImport(AskedUndo, { records: world.records, run });
    expect(
      await dom.findByText(/^Appar och tilldelade licenser läggs i papperskorgen\. Samma fil/),
    ).toBeVisible();
    shown.unmount();
    showImport(AskedUndo, { records: world.records, run }, 'en');
    expect(
      await dom.findByText(/^Apps and assigned licences go to the trash\. The same file/),
    ).toBeVisible();
  });
});

describe('B9: locations that are new', () => {
  const list = (name: string, ...places: readonly string[]): File =>
    csvFile(
      name,
      'location,adam_id,app_name,total',
      ...places.map((place) => `${place},900000000001,Matteskogen,9`),
    );

  test('B9: are named before the tap, in what came of it and in its line; those that are here are not', async () => {
    const { world, screen } = await openImport();
    await screen.choose(list('forsta.csv', 'Grundskolor'));
    await screen.run();
    await screen.choose(list('lista.csv', 'Grundskolor', 'Grundskolr', 'Gymnasiet'));
    const shown = showImport(DryRun, {
      screen,
      today,
      onimport: nothing,
      oncancel: nothing,
      problemWords: String,
    });
    expect(
      dom.getByText(/^2 nya platser: Grundskolr och Gymnasiet\. Är ett namn felskrivet/),
    ).toBeVisible();
    expect(await faults()).toEqual([]);
    shown.unmount();

    const run = (await world.records.get((await screen.run()) ?? '')) as ImportRun;
    expect(countsOf(run, texts)).toBe('2 nya, 1 lika, 2 nya platser');
    const content = await contentOf(run, world.records, texts);
    const told = showImport(RunDetail, { run, ...content, today, busy: false, onundo: nothing });
    expect(dom.getByText('2 nya platser: Grundskolr och Gymnasiet.')).toBeVisible();
    told.unmount();

    await screen.choose(list('igen.csv', 'Gymnasiet'));
    showImport(DryRun, {
      screen,
      today,
      onimport: nothing,
      oncancel: nothing,
      problemWords: String,
    });
    expect(dom.queryByText(/ny(a)? plats/)).toBeNull();
  });

  test('B9: each with the files that name it, and Apple’s number of one as what it is', async () => {
    const { screen } = await openImport();
    const saved = {
      size: 1,
      currentPageIndex: 0,
      totalPages: 1,
      versionId: 'v1',
      uId: '2049025000431439',
    };
    const asset = { adamId: '900000000001', pricingParam: 'STDQ', productType: 'App' };
    await screen.choose([
      list('nordby.csv', 'Nordby skola'),
      new File([JSON.stringify({ ...saved, assets: [{ ...asset, totalCount: 9 }] })], 'apple.json'),
    ]);
    showImport(DryRun, {
      screen,
      today,
      onimport: nothing,
      oncancel: nothing,
      problemWords: String,
    });
    expect(
      dom.getByText(/^nordby\.csv: 1 ny plats: Nordby skola\. Är ett namn felskrivet/),
    ).toBeVisible();
    expect(
      dom.getByText(/^apple\.json: 1 ny plats: 2049025000431439\. Det är Apples nummer/),
    ).toBeVisible();
  });

  test('B9: many are counted after the first five', () => {
    expect(newPlacesWords(['A', 'B', 'C', 'D', 'E', 'F', 'G'], texts)).toBe(
      '7 nya platser: A, B, C, D, E och 2 till',
    );
    expect(newPlacesWords([], texts)).toBe('');
  });
});

describe('B13: a list of installations', () => {
  const STATUS = csvFile(
    'matteskogen.csv',
    'Device name,Serial number,Install state,Error code',
    'Vagn 1,TESTIPAD0001,Failed,-2016330882',
    'Vagn 2,TESTIPAD0002,Installed,',
    'Vagn 9,TESTIPAD0009,Installed,',
  );
  const opened = async () => {
    const { world, screen } = await openImport();
    const make = (id: string, kind: string, parent: string, data: object) =>
      world.records.create({
        id,
        kind,
        programme: 'apple-licences',
        parent,
        data: { v: 1, ...data },
      } as unknown as Draft);
    await make('app-1', 'volume-app', '', { name: 'Testapp Matteskogen', location: 'Gymnasiet' });
    for (const target of ['TESTIPAD0001', 'TESTIPAD0002'])
      await make(target, 'assigned-licence', 'app-1', { to: 'device', target, name: '', user: '' });
    await screen.choose(STATUS);
    return { world, screen };
  };

  test('B13: asks which app it is about, says why it failed and what to do, and its page which app it was of', async () => {
    const user = userEvent.setup();
    const { world, screen } = await opened();
    const shown = showImport(DryRun, {
      screen,
      today,
      onimport: nothing,
      oncancel: nothing,
      problemWords: String,
    });
    expect(dom.getByRole('button', { name: 'Välj app' })).toBeEnabled();
    expect(dom.getByText('Välj först vilken app listan gäller.')).toBeVisible();
    const question = dom.getByRole('combobox', { name: 'Vilken app gäller listan?' });
    expect(question).toHaveDisplayValue('Välj app');
    await user.selectOptions(question, 'Testapp Matteskogen, Gymnasiet: 2 rader');
    expect(await dom.findByRole('button', { name: 'Importera 2 rader' })).toBeEnabled();
    expect(dom.queryByText('Välj först vilken app listan gäller.')).toBeNull();
    expect(
      dom.getByRole('combobox', { name: 'Vad kolumnen Install state innehåller' }),
    ).toHaveValue('state');
    const rows = within(dom.getByRole('list', { name: 'Rader att se över' }));
    expect(
      rows.getByRole('button', { name: /Rad 4.*Vagn 9 har ingen licens av appen/ }),
    ).toBeVisible();
    await user.click(rows.getByRole('button', { name: /Rad 2.*Vagn 1.*Status misslyckades/ }));
    const sheet = within(await dom.findByRole('dialog', { name: 'Rad 2' }));
    expect(sheet.getByText('Orsak inga licenser kvar')).toBeVisible();
    expect(
      sheet.getByText(
        'Det fanns ingen ledig licens. Köp fler hos Apple, eller frigör en, och synka.',
      ),
    ).toBeVisible();
    expect(sheet.getByText('Testapp Matteskogen')).toBeVisible();
    await user.click(sheet.getByRole('button', { name: 'Stäng' }));
    shown.unmount();

    const run = (await world.records.get((await screen.run()) ?? '')) as ImportRun;
    const content = await contentOf(run, world.records, texts);
    expect(content.parents.map(({ name }) => name)).toEqual(['Testapp Matteskogen, Gymnasiet']);
    expect(detailsIn(content)).toEqual(['2 installationer fick ny status']);
    showImport(RunDetail, { run, ...content, today, busy: false, onundo: nothing });
    expect(dom.getByRole('link', { name: /2 installationer fick ny status/ })).toBeVisible();
    expect(await dom.findByText('Vagn 9 har ingen licens av appen')).toBeVisible();
  });

  test.each(['light', 'dark'] as const)(
    'X14: axe finds nothing on a phone and a tablet, %s',
    async (theme) => {
      inTheme(theme);
      const { screen } = await opened();
      showImport(DryRun, {
        screen,
        today,
        onimport: nothing,
        oncancel: nothing,
        problemWords: String,
      });
      expect(await faults()).toEqual([]);
      await tab.viewport(1180, 820);
      expect(await dom.findByRole('columnheader', { name: 'Enhet eller användare' })).toBeVisible();
      expect(await faults()).toEqual([]);
    },
  );

  test('X14: the same in English', async () => {
    const { screen } = await opened();
    await screen.sendTo('apple-licences', { id: 'app-1' });
    showImport(
      DryRun,
      { screen, today, onimport: nothing, oncancel: nothing, problemWords: String },
      'en',
    );
    expect(dom.getByRole('combobox', { name: 'Which app is the list about?' })).toBeVisible();
    expect(dom.getByText('Vagn 9 has no licence for the app')).toBeVisible();
  });
});

import { cleanup, screen as dom, waitFor, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { endedRows } from '#core/import/ended-rows.ts';
import type { ImportRun } from '#core/import/import-run.ts';
import type { BareRow } from '#core/import/planned-row.ts';
import type { ImportScreen } from '#workspace/screens/import/import-screen.svelte.ts';
import RunDetail from '#workspace/screens/import/run/RunDetail.svelte';
import { contentOf } from '#workspace/screens/import/run/run-content.ts';
import { rowsOf } from '#workspace/screens/import/run/run-rows.ts';
import { rowsTable } from '#workspace/screens/import/run/rows-table.ts';
import { RunUndo } from '#workspace/screens/import/run/undo-run.svelte.ts';
import { importLicences } from '#programmes/apple-licences/words/sv/import-licences.ts';
import { importRows } from '#workspace/words/sv/import/rows.ts';
import { imports as swedish } from '#workspace/words/sv/import.ts';
import type { Texts } from '#ui/text.ts';
import { faults, inTheme } from '#tests/ui/axe.ts';
import { shellTexts } from '#tests/ui/texts.ts';
import { csvFile, knownOf, MIXED, openImport, showImport } from './show-import.ts';

const today = '2026-11-20';
const texts = { ...shellTexts(), import: swedish, importRows, importLicences } as Texts;
const nothing = (): void => undefined;
afterEach(async () => {
  document.documentElement.removeAttribute('style');
  await page.viewport(390, 844);
});

type World = Awaited<ReturnType<typeof openImport>>['world'];

const runOf = async (screen: ImportScreen, world: World): Promise<ImportRun> =>
  (await world.records.get((await screen.run()) ?? '')) as ImportRun;

/** An import of a row of each kind, with what its page shows. */
const imported = async () => {
  const { screen, world } = await openImport();
  await screen.choose(csvFile('apple_koder_nov.csv', ...MIXED));
  const run = await runOf(screen, world);
  return { world, run, content: await contentOf(run, world.records, texts) };
};

const showRun = async (run: ImportRun, world: World): Promise<void> => {
  const content = await contentOf(run, world.records, texts);
  showImport(RunDetail, { run, ...content, today, busy: false, onundo: nothing });
  await dom.findByRole('heading', { name: 'Rad för rad' });
};
const choose = (name: RegExp): Promise<void> =>
  userEvent.setup().click(dom.getByRole('radio', { name }));
const list = (): HTMLElement => dom.getByRole('list', { name: 'Rad för rad' });
const rows = (): string[] =>
  within(list())
    .getAllByRole('listitem')
    .map((row) => row.textContent?.replace(/\s+/g, ' ').trim() ?? '');

describe('A5: the page of an import says of each row what became of it', () => {
  test('A5: each is there with its number, how it ended, why, and the order it led to', async () => {
    const { world, run } = await imported();
    await showRun(run, world);
    // What could not be read comes first, until all are asked for.
    expect(rows()).toHaveLength(3);
    expect(rows()[0]).toMatch(/^Rad 3 3 Ordernummer saknas Raden hoppades över Inte läst$/);
    await choose(/^Alla\s*5$/);
    await waitFor(() => expect(rows()[0]).toMatch(/4500218837/));
    expect(rows()).toEqual([
      'Rad 2 2 4500218837 25 000 kr Ny',
      'Rad 3 3 Ordernummer saknas Raden hoppades över Inte läst',
      'Rad 4 4 Beloppet är oklart Raden hoppades över Inte läst',
      'Rad 5 5 4500214410 40 000 kr Ny',
      'Rad 6 6 4500214410 Dubblett av rad 5 Dubblett',
    ]);
    const [order] = run.data.created;
    expect(within(list()).getByRole('link', { name: /4500218837/ })).toHaveAttribute(
      'href',
      `/credit/${order}`,
    );
    await choose(/^Dubbletter\s*1$/);
    expect(rows()).toEqual(['Rad 6 6 4500214410 Dubblett av rad 5 Dubblett']);
    expect(JSON.stringify(run.data)).not.toMatch(/FAKE|25\.000/);
    expect(document.body.innerHTML).not.toMatch(/FAKE/);
  });

  test('A5: one that was not read marks its cell in full, without what stood in it', async () => {
    const { world, run } = await imported();
    await showRun(run, world);
    await userEvent.setup().click(within(list()).getByRole('button', { name: /Rad 4/ }));
    const sheet = within(await dom.findByRole('dialog', { name: 'Rad 4' }));
    const cells = within(sheet.getByRole('list', { name: 'Här står felet' }));
    expect(cells.getByRole('listitem').textContent?.trim()).toBe('Amount, cell D4');
    expect(sheet.queryByText(/25\.000/)).toBeNull();
  });

  test('A5: undone, the rows stay with what became of them, and lead to the trash', async () => {
    const { world, run } = await imported();
    await new RunUndo(() => world.records, texts).undo(run.id);
    const undone = (await world.records.get(run.id)) as ImportRun;
    expect(undone.data.ended).toEqual(run.data.ended);
    await showRun(undone, world);
    await choose(/^Nya\s*2$/);
    await waitFor(() =>
      expect(rows()[0]).toBe('Rad 2 2 4500218837 25 000 kr · i papperskorgen Ny'),
    );
  });

  test('A5: undone, a row that changed something says that it was taken back, unless that stayed', async () => {
    const { screen, world } = await openImport();
    const heads = 'Ordernummer;Leverantör;Belopp';
    await screen.choose(csvFile('först.csv', heads, '4500300101;Atea;25000', '4500300102;Atea;1'));
    await screen.run();
    await screen.choose(csvFile('sedan.csv', heads, '4500300101;Atea;26000', '4500300102;Atea;2'));
    const run = await runOf(screen, world);
    expect(run.data.changed).toHaveLength(2);
    await new RunUndo(() => world.records, texts).undo(run.id);
    const undone = (await world.records.get(run.id)) as ImportRun;
    const { id } = run.data.changed[1] as { id: string };
    const kept = [{ id, reason: 'changed-since' }];
    await showRun({ ...undone, data: { ...undone.data, kept } }, world);
    await choose(/^Alla\s*2$/);
    await waitFor(() => expect(rows()[0]).toMatch(/4500300101.*Kreditvärde/));
    expect(rows()).toEqual([
      'Rad 2 2 4500300101 Kreditvärde 25 000 kr → 26 000 kr · Återtagen Ändrad',
      'Rad 3 3 4500300102 Kreditvärde 1 kr → 2 kr Ändrad',
    ]);
  });

  test('A5: an order that its code came to says which step it got', async () => {
    const { screen, world } = await openImport();
    const number = '4500300101';
    await screen.choose(csvFile('order.csv', 'Ordernummer;Belopp', `${number};25000`));
    await screen.run();
    await screen.choose(csvFile('koder.csv', 'Ordernummer;Kod', `${number};XFAKECREDIT0001`));
    await showRun(await runOf(screen, world), world);
    await waitFor(() => expect(rows()[0]).toMatch(/Kalkylbladet hämtat/));
    expect(rows()).toEqual([
      `Rad 2 2 ${number} Kalkylbladet hämtat, filen säger inte vilken dag · 25 000 kr Ändrad`,
    ]);
    expect(document.body.innerHTML).not.toMatch(/FAKE/);
  });

  test('A5, B9: of the last import rows that were not read say which app they are about, and it is stored nowhere', async () => {
    const { screen, world } = await openImport();
    const apps = (owned: number): File =>
      csvFile('appar.csv', 'App;Adam ID;Plats;Ägda', `Testapp;361309726;Nordby;${owned}`);
    const heads = 'App;Adam ID;Serienummer;Enhet;Installationsstatus';
    const installs = csvFile(
      'status.csv',
      heads,
      'Okänd app;111111111;TEST00000001;iPad-1;Installed',
      'Annan app;222222222;TEST00000002;iPad-2;Failed',
    );
    await screen.choose(apps(20));
    await screen.run();
    await screen.choose([installs, apps(25)]);
    const run = await runOf(screen, world);
    expect(JSON.stringify(run.data)).not.toMatch(/Okänd|Annan|iPad/);
    await showRun(run, world);
    await choose(/^Alla\s*3$/);
    await waitFor(() => expect(rows()[2]).toMatch(/Testapp/));
    expect(rows()).toEqual([
      'Rad 2 i status.csv 2 Appen Okänd app finns inte här status.csv · Raden hoppades över Inte läst',
      'Rad 3 i status.csv 3 Appen Annan app finns inte här status.csv · Raden hoppades över Inte läst',
      'Rad 2 i appar.csv 2 Testapp, Nordby appar.csv · Ägda 20 → 25 Ändrad',
    ]);
    // With the next one only what is stored is known.
    await screen.choose(apps(30));
    await screen.run();
    cleanup();
    await showRun(run, world);
    await waitFor(() => expect(rows()[0]).toMatch(/Appen finns inte här/));
    expect(document.body.innerHTML).not.toMatch(/Okänd app|iPad-1/);
  });

  test('A5: undone, it names nothing that came as if it were there, and says that it was taken back', async () => {
    const { screen, world } = await openImport();
    const heads = 'Ordernummer;Leverantör;Belopp';
    await screen.choose(csvFile('först.csv', heads, '4500300101;Atea;25000'));
    await screen.run();
    await screen.choose(csvFile('sedan.csv', heads, '4500300101;Atea;26000', '4500300102;;9000'));
    const run = await runOf(screen, world);
    const before = await contentOf(run, world.records, texts);
    expect(before.parents.map(({ name }) => name).toSorted()).toEqual(['4500300101', '4500300102']);
    await new RunUndo(() => world.records, texts).undo(run.id);
    await showRun((await world.records.get(run.id)) as ImportRun, world);
    expect(dom.queryByText('Det här kom in')).toBeNull();
    expect(dom.queryByText(/utan kod/)).toBeNull();
    expect(dom.getByText('Det som importen lade in och ändrade är taget tillbaka.')).toBeVisible();
  });

  test('A5: of an import by an older version only rows that were not read are known, and it says so', async () => {
    const { world, run } = await imported();
    const { ended, ...data } = run.data;
    expect(ended).toBeDefined();
    await showRun({ ...run, data }, world);
    expect(rows()).toEqual([
      'Rad 3 3 Ordernummer saknas Raden hoppades över Inte läst',
      'Rad 4 4 Beloppet är oklart Raden hoppades över Inte läst',
    ]);
    expect(dom.getByText(/Den här importen är äldre än listan/)).toBeVisible();
  });

  test('X14: all that its rows are chosen by is within a phone, also with large text', async () => {
    const { world, run } = await imported();
    await showRun(run, world);
    for (const size of ['', '32px']) {
      document.documentElement.style.fontSize = size;
      const chips = dom.getAllByRole('radio').map((radio) => radio.getBoundingClientRect());
      expect(chips).toHaveLength(4);
      for (const chip of chips) expect(chip.right).toBeLessThanOrEqual(390);
    }
  });

  test('A5: of ten thousand only those in sight are drawn; one that may be cut is told in full', async () => {
    const { world, run } = await imported();
    const [parent = ''] = run.data.created;
    const many = Array.from({ length: 10_000 }, (_, at): BareRow => ({
      sheet: '',
      row: at + 2,
      outcome: 'new',
      parent,
    }));
    const ended = endedRows(many, run.data);
    await showRun({ ...run, data: { ...run.data, ended, rows: many.length } }, world);
    await waitFor(() => expect(rows()[1]).toMatch(/^Rad 3 3 4500218837/));
    expect(rows().length).toBeLessThan(40);
    await userEvent.setup().click(within(list()).getByRole('button', { name: /Rad 3/ }));
    const sheet = within(await dom.findByRole('dialog', { name: 'Rad 3' }));
    expect(sheet.getByRole('link', { name: /^Öppna/ })).toHaveAttribute(
      'href',
      `/credit/${parent}`,
    );
  });

  test.each(['light', 'dark'] as const)(
    'X14: a table on a tablet, a list on a phone; axe finds nothing, %s',
    async (theme) => {
      inTheme(theme);
      const { world, run } = await imported();
      await showRun(run, world);
      expect(await faults()).toEqual([]);
      await page.viewport(1180, 820);
      const table = await dom.findByRole('table', { name: 'Rad för rad' });
      await choose(/^Alla\s*5$/);
      await waitFor(() => expect(within(table).getAllByRole('row')).toHaveLength(6));
      expect(await within(table).findByRole('link', { name: '4500218837' })).toBeVisible();
      await userEvent
        .setup()
        .click(within(table).getByRole('button', { name: 'Dubblett av rad 5' }));
      expect(await dom.findByRole('dialog', { name: 'Rad 6' })).toBeVisible();
      await userEvent.keyboard('{Escape}');
      expect(await faults()).toEqual([]);
    },
  );
});

describe('A5: what became of each row as a file', () => {
  test('A5: a line for each row and for what was left out, nothing of which a spreadsheet runs as a formula', async () => {
    const { run, content } = await imported();
    const all = rowsOf(run.data);
    const given = {
      run: { ...run.data, fileName: '=cmd|calc.csv' },
      rows: all,
      ...(await knownOf(content.recordsOf, all)),
      problems: {},
    };
    const lines = (await rowsTable(given, texts)).replace('\ufeff', '').split('\r\n');
    expect(lines).toEqual([
      'Fil;Blad;Rad;Vad det blev;Varför;Post',
      "'=cmd|calc.csv;;2;Ny;;4500218837",
      "'=cmd|calc.csv;;3;Inte läst;Ordernummer saknas (Order Number, cell A3);",
      "'=cmd|calc.csv;;4;Inte läst;Beloppet är oklart (Amount, cell D4);",
      "'=cmd|calc.csv;;5;Ny;;4500214410",
      "'=cmd|calc.csv;;6;Dubblett;Dubblett av rad 5;4500214410",
      "'=cmd|calc.csv;;;Inte läst;Importerades inte: Comment (1 cell).;",
    ]);
  });

  test('A5: a code that is on another order says which, and leads there', async () => {
    const { screen, world } = await openImport();
    await screen.choose(csvFile('a.csv', ...MIXED.slice(0, 2)));
    await runOf(screen, world);
    const [head = '', row = ''] = MIXED;
    const fresh = row.replace('4500218837', '4500999999').replace('0001', '0009');
    const elsewhere = row.replace('4500218837', '4500999999');
    const whole = head.replace('Amount', 'Order total');
    await screen.choose(csvFile('b.csv', whole, fresh, elsewhere));
    const run = await runOf(screen, world);
    const content = await contentOf(run, world.records, texts);
    const all = rowsOf(run.data);
    const given = {
      run: run.data,
      rows: all,
      ...(await knownOf(content.recordsOf, all)),
      problems: {},
    };
    expect((await rowsTable(given, texts)).split('\r\n').at(-1)).toBe(
      'b.csv;;3;Dubblett;Koden finns redan på order 4500218837;4500218837',
    );
  });
});

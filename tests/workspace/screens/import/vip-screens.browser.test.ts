import { tick } from 'svelte';
import { screen as dom, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import type { ImportRun } from '#core/import/import-run.ts';
import type { VipCustomer } from '#programmes/adobe-vip/rules/customer/vip-customer.ts';
import { holdersOf } from '#programmes/adobe-vip/rules/plan/holders-once.ts';
import { importVip as english } from '#programmes/adobe-vip/words/en/import-vip.ts';
import { importVip as swedish } from '#programmes/adobe-vip/words/sv/import-vip.ts';
import { imports } from '#workspace/words/sv/import.ts';
import { adobeFixture } from '#tests/factories/vip-lists-in-browser.ts';
import type { Texts } from '#ui/text.ts';
import DryRun from '#workspace/screens/import/dry-run/DryRun.svelte';
import RunDetail from '#workspace/screens/import/run/RunDetail.svelte';
import { RunUndo } from '#workspace/screens/import/run/undo-run.svelte.ts';
import { contentOf } from '#workspace/screens/import/run/run-content.ts';
import VipListsSheet from '#programmes/adobe-vip/screens/import/VipListsSheet.svelte';
import { faults, inTheme } from '#tests/ui/axe.ts';
import { shellTexts } from '#tests/ui/texts.ts';
import { csvFile, openImport, showImport, triedIn } from './show-import.ts';

const today = '2026-11-20';
const nothing = (): void => undefined;
afterEach(() => page.viewport(390, 844));
const texts = { ...shellTexts(), import: imports, importVip: swedish } as Texts;

/** What a row says, with plain spaces. */
const spaced = ({ textContent }: HTMLElement): string => textContent.replace(/\s+/g, ' ');

const HEADING =
  'Request Number;VIP ID;Customer Name;Deployment Date;Licence Type;Product;Quantity;Status;Days To Order';
const rowsIn = (name: string): string[] =>
  within(dom.getByRole('list', { name }))
    .getAllByRole('listitem')
    .map((row) => row.textContent?.replace(/\s+/g, ' ').trim() ?? '');

describe('C7: the dry run of a list of who holds the licences', () => {
  test('C7: which customer it is of is asked once, and each row says what somebody gets', async () => {
    const { screen, world } = await openImport();
    const list = (name: string, vipId: string) =>
      csvFile(
        `${name}.csv`,
        'VIP ID;Customer Name;Product;Licence Type;Licenses;Used',
        `${vipId};${name};Foto;Team;9;`,
      );
    await screen.choose(list('Nordby kommun', '909AFE23D7E610B96384'));
    await screen.run();
    await screen.choose(list('Västby skola', 'BF21ECF1F3CFAABF28E7'));
    await screen.run();
    await screen.choose(await adobeFixture('users.csv'));
    showImport(DryRun, {
      screen,
      today,
      onimport: nothing,
      oncancel: nothing,
      problemWords: String,
    });
    const customer = dom.getByRole('combobox', { name: 'Vilken kund gäller listan?' });
    await userEvent.click(dom.getByRole('button', { name: 'Välj kund' }));
    expect(customer).toHaveFocus();
    expect(dom.getByText('Välj först vilken kund listan gäller.')).toBeVisible();
    await userEvent.selectOptions(customer, 'Nordby kommun');
    await expect.poll(() => triedIn(screen)?.plan.counts.changed).toBe(4);
    expect(dom.getByRole('button', { name: 'Importera 4 rader' })).toBeEnabled();
    const rows = rowsIn('Rader att se över').join('\n');
    expect(rows).toMatch(
      /Ada Ek.*Licens Foto.*Foto, tilldelade 4.*Default Vektor finns inte bland kundens produkter/,
    );
    expect(rows).toMatch(
      /Default Vektor finns inte bland kundens produkter\. Lägg till den.*Eva Lind/,
    );
    expect(rows).toMatch(/Har ingen produkt, importeras inte.*Dag Lund.*Utelämnas/);
    const id = await screen.run();
    const run = (await world.records.get(id!)) as ImportRun;
    const { parents } = await contentOf(run, world.records, texts);
    expect(parents.map(({ name, detail }) => [name, detail(texts)])).toEqual([
      ['Nordby kommun', '4 som har licens'],
    ]);
  });
});

describe('C7: whom the Admin Console’s list no longer names', () => {
  const users = (name: string, ...people: readonly string[]) =>
    csvFile(
      name,
      'Identity Type;Email;First Name;Last Name;Product Configurations;User Groups',
      ...people.map((person) => `Business ID;${person}@nordby.example;${person};Ek;Default Foto;`),
    );
  const customer = csvFile(
    'kunder.csv',
    'VIP ID;Customer Name;Product;Licence Type;Licenses;Used',
    '909AFE23D7E610B96384;Nordby kommun;Foto;Team;9;',
  );
  const opened = async () => {
    const all = await openImport();
    for (const file of [customer, users('alla.csv', 'Ada', 'Bo', 'Cia', 'Dag')]) {
      await all.screen.choose(file);
      await all.screen.run();
    }
    const named = async (): Promise<string[]> => {
      const [one] = (await all.world.records.find({ kind: 'vip-customer' })) as VipCustomer[];
      return holdersOf(one!.data.holders)
        .map(({ name }) => name)
        .sort();
    };
    const given = { screen: all.screen, today, onimport: nothing, oncancel: nothing };
    return { ...all, named, show: () => showImport(DryRun, { ...given, problemWords: String }) };
  };

  test('C7: each can be chosen, or all; who is chosen goes with the import and comes back with its undo', async () => {
    const { screen, world, named, show } = await opened();
    await screen.choose(users('senare.csv', 'Bo'));
    show();
    const card = within(dom.getByRole('group', { name: '3 personer finns inte längre i listan' }));
    const ticked = (): boolean[] =>
      card.getAllByRole<HTMLInputElement>('checkbox').map(({ checked }) => checked);
    expect(ticked()).toEqual([false, false, false, false]);
    await userEvent.click(card.getByRole('checkbox', { name: 'Välj alla' }));
    await expect.poll(ticked).toEqual([true, true, true, true]);
    await userEvent.click(card.getByRole('checkbox', { name: 'Cia Ek' }));
    await expect.poll(ticked).toEqual([false, true, false, true]);
    expect(dom.getAllByText(/Tas bort ur listan: Ada Ek, Dag Ek/)[0]).toBeVisible();
    expect(await faults()).toEqual([]);
    const id = await screen.run();
    expect(await named()).toEqual(['Bo Ek', 'Cia Ek']);
    const run = (await world.records.get(id!)) as ImportRun;
    const { parents } = await contentOf(run, world.records, texts);
    expect(parents.map(({ detail }) => detail(texts))).toEqual(['2 togs bort ur listan']);
    await new RunUndo(() => world.records, texts).undo(run.id);
    expect(await named()).toEqual(['Ada Ek', 'Bo Ek', 'Cia Ek', 'Dag Ek']);
  });

  test('C7: two who are chosen one right after the other are both taken off', async () => {
    const { screen, named, show } = await opened();
    await screen.choose(users('senare.csv', 'Bo'));
    show();
    const card = within(dom.getByRole('group', { name: /finns inte längre i listan/ }));
    card.getByRole('checkbox', { name: 'Ada Ek' }).click();
    await tick();
    card.getByRole('checkbox', { name: 'Dag Ek' }).click();
    await expect
      .poll(() => dom.queryAllByText(/Tas bort ur listan: Ada Ek, Dag Ek/).length)
      .toBeGreaterThan(0);
    await screen.run();
    expect(await named()).toEqual(['Bo Ek', 'Cia Ek']);
  });

  test('C7: nobody goes by themselves, and of a file that is cut off nobody is offered', async () => {
    const { screen, named, show } = await opened();
    await screen.choose(users('senare.csv', 'Bo'));
    await screen.run();
    expect(await named()).toHaveLength(4);
    const cut = await users('slut.csv', 'Bo').text();
    await screen.choose(new File([`${cut}\r\n"Business ID;cia@nordby.example`], 'slut.csv'));
    show();
    const card = within(dom.getByRole('group', { name: /finns inte längre i listan/ }));
    expect(card.getByText(/^Något av det som valdes läses inte/)).toBeVisible();
    expect(card.queryByRole('checkbox')).toBeNull();
  });

  test('C7: offers nobody for removal, says why, and counts nobody less', async () => {
    const { screen, named, show } = await opened();
    const beside = new File([new Uint8Array([0x25, 0x50, 0x44, 0x46])], 'resten.pdf');
    await screen.choose([users('senare.csv', 'Bo'), beside]);
    show();
    const card = within(dom.getByRole('group', { name: /finns inte längre i listan/ }));
    expect(card.getByText(/^Något av det som valdes läses inte/)).toBeVisible();
    expect(card.queryByRole('checkbox')).toBeNull();
    expect(dom.queryByText(/Använda .*→/)).toBeNull();
    await screen.run();
    expect(await named()).toHaveLength(4);
  });
});

describe('C13: the dry run of a VIP list', () => {
  test('C13: each row in words, errors first, and what each column means', async () => {
    const { screen } = await openImport();
    await screen.choose(await adobeFixture('customers.csv'));
    await screen.run();
    const row = (more: string) => `909AFE23D7E610B96384;Björkdalens kommun;${more}`;
    await screen.choose(
      csvFile(
        'auktoriseringar.csv',
        HEADING,
        `A1;${row('2026-11-17;Team;Exempel Foto;12;Pending;30')}`,
        `A2;${row('2026-11-17;Team;Exempel Foto;0;Pending;30')}`,
        `A3;${row('2026-11-18;Team;Exempel Vektor;2;Svävande;10')}`,
      ),
    );
    showImport(DryRun, {
      screen,
      today,
      onimport: nothing,
      oncancel: nothing,
      problemWords: String,
    });
    expect(dom.getByRole('img', { name: '2 nya, 0 ändras, 0 lika, 1 läses inte' })).toBeVisible();
    expect(
      dom.getByRole('combobox', { name: 'Vad kolumnen Days To Order innehåller' }),
    ).toHaveValue('daysToOrder');
    expect(rowsIn('Rader att se över')).toEqual([
      expect.stringMatching(
        /Rad 3 .*Antalet är 0, det måste vara minst 1 .*Raden hoppas över .*Läses inte/,
      ),
      expect.stringMatching(
        /Rad 2 .*Listan säger inte när den skapades: tiden till order räknas från driftsättningsdagen 17 nov .*Exempel Foto/,
      ),
      expect.stringMatching(
        /Rad 4 .*Björkdalens kommun .*”Svävande” känns inte igen och utelämnas .*10 dagar är ingen känd regel.*Ny inköpsauktorisering .*Exempel Vektor .*2 licenser/,
      ),
    ]);
  });

  test.each([390, 1280])(
    'C13: what every row says is shown once above them, with how many, at %i',
    async (width) => {
      await page.viewport(width, 900);
      const { screen } = await openImport();
      await screen.choose(await adobeFixture('customers.csv'));
      await screen.run();
      const row = (more: string) => `909AFE23D7E610B96384;Björkdalens kommun;${more}`;
      await screen.choose(
        csvFile(
          'auktoriseringar.csv',
          HEADING,
          `A1;${row('2026-11-17;Team;Exempel Foto;12;Pending;30')}`,
          `A2;${row('2026-11-18;Team;Exempel Foto;0;Pending;30')}`,
          `A3;${row('2026-11-18;Team;Exempel Vektor;2;Svävande;30')}`,
          `A4;${row('2026-11-16;Team;Exempel Video;3;Pending;30')}`,
        ),
      );
      showImport(DryRun, {
        screen,
        today,
        onimport: nothing,
        oncancel: nothing,
        problemWords: String,
      });
      const once =
        /^3 av 4 rader: Listan säger inte när auktoriseringen skapades, .* räknas från driftsättningsdagen$/;
      expect(dom.getByText(once)).toBeVisible();
      const lines = [...document.querySelectorAll('.line')].map(
        (line) => line.textContent?.replace(/\s+/g, ' ') ?? '',
      );
      expect(lines.filter((words) => words.includes('Listan säger inte'))).toEqual([]);
      // What differs stays in its row: the error, the day, and a note on a single row.
      for (const words of [
        'Antalet är 0, det måste vara minst 1',
        '17 nov',
        '16 nov',
        '”Svävande” känns inte igen',
      ])
        expect(lines.filter((line) => line.includes(words))).toHaveLength(1);
      await userEvent.click(dom.getByRole('button', { name: /Exempel Foto/ }));
      const sheet = within(await dom.findByRole('dialog'));
      expect(sheet.getByText(/räknas från driftsättningsdagen 17 nov$/)).toBeVisible();
      expect(await faults()).toEqual([]);
    },
  );

  test('C13: on a phone no word of a row is cut, its reason least of all', async () => {
    await page.viewport(390, 844);
    const { screen } = await openImport();
    const row = (more: string) => `909AFE23D7E610B96384;Björkdalens kommun;${more}`;
    await screen.choose(
      csvFile(
        'auktoriseringar.csv',
        HEADING,
        `A1;${row('2026-11-18;Team;Exempel Vektor;2;Svävande;10')}`,
        `A2;${row('2026-11-17;Team;Exempel Foto;0,5 av de tolv;Pending;30')}`,
      ),
    );
    showImport(DryRun, {
      screen,
      today,
      onimport: nothing,
      oncancel: nothing,
      problemWords: String,
    });
    const rows = within(dom.getByRole('list', { name: 'Rader att se över' })).getAllByRole(
      'button',
    );
    expect(rows).toHaveLength(2);
    for (const words of rows.flatMap((element) => [
      ...element.querySelectorAll<HTMLElement>('.title, .detail'),
    ])) {
      expect(words.scrollWidth).toBeLessThanOrEqual(words.clientWidth);
      expect(words.scrollHeight).toBeLessThanOrEqual(words.clientHeight + 1);
      expect(words.getBoundingClientRect().bottom).toBeLessThanOrEqual(
        words.closest('li')!.getBoundingClientRect().bottom,
      );
    }
    expect(await faults()).toEqual([]);
  });

  /** Words of an element that are broken over two lines, or out of sight. */
  const brokenWords = (element: HTMLElement): string[] => {
    const node = [...element.childNodes].find(({ nodeType }) => nodeType === Node.TEXT_NODE)!;
    return [...(node.nodeValue ?? '').matchAll(/[^\s\-/]+/g)].flatMap(({ 0: word, index }) => {
      const range = document.createRange();
      range.setStart(node, index);
      range.setEnd(node, index + word.length);
      const box = element.getBoundingClientRect();
      const isSeen = range.getBoundingClientRect().right <= box.right + 1;
      return isSeen && range.getClientRects().length === 1 ? [] : [word];
    });
  };

  test.each([
    [390, 'sv'],
    [320, 'sv'],
    [390, 'en'],
    [320, 'en'],
  ] as const)(
    'C13: at %i px no word of what a column means is cut: %s',
    async (width, language) => {
      await page.viewport(width, 844);
      const { screen } = await openImport();
      for (const name of [
        'purchase-authorizations.csv',
        'customers.csv',
        'reconciliation-report.csv',
      ]) {
        await screen.choose(await adobeFixture(name));
        const shown = showImport(
          DryRun,
          { screen, today, onimport: nothing, oncancel: nothing, problemWords: String },
          language,
        );
        const names = [
          ...document.querySelectorAll<HTMLElement>('.row .field .name, .row .heading'),
        ];
        expect(names.length).toBeGreaterThan(10);
        expect(names.flatMap(brokenWords)).toEqual([]);
        shown.unmount();
      }
    },
  );

  test('C13: what it brought is shown by customer, and the row in full gives its number', async () => {
    const { world, screen } = await openImport();
    await screen.choose(await adobeFixture('orders.csv'));
    const shown = showImport(DryRun, {
      screen,
      today,
      onimport: nothing,
      oncancel: nothing,
      problemWords: String,
    });
    const user = userEvent.setup();
    const first = within(dom.getByRole('list', { name: 'Rader att se över' })).getAllByRole(
      'button',
    )[0]!;
    await user.click(first);
    const sheet = within(await dom.findByRole('dialog'));
    expect(sheet.getByText('7710000000')).toBeVisible();
    expect(sheet.getByText('Kunden är ny och läggs till')).toBeVisible();
    shown.unmount();
    const run = (await world.records.get((await screen.run()) ?? '')) as ImportRun;
    const content = await contentOf(run, world.records, texts);
    expect(content.parents).toHaveLength(20);
    showImport(RunDetail, { run, ...content, today, busy: false, onundo: nothing });
    expect(dom.getByRole('link', { name: /^909AFE23D7E610B96384 2 order/ })).toBeVisible();
  });

  test('C13: each kind that came in under a customer is counted by itself', async () => {
    const { world, screen } = await openImport();
    const orders =
      'Order Number;Order Date;Order Type;Original Order;VIP ID;Customer Name;Product;Quantity';
    const line = (number: string, type: string, of: string) =>
      `${number};2026-11-18;${type};${of};909AFE23D7E610B96384;Björkdalens kommun;Exempel Foto`;
    await screen.choose(
      csvFile(
        'order.csv',
        orders,
        `${line('7710000001', 'New', '')};12`,
        `${line('7710000002', 'New', '')};3`,
        `${line('7710000003', 'Return', '7710000001')};2`,
      ),
    );
    const run = (await world.records.get((await screen.run()) ?? '')) as ImportRun;
    const content = await contentOf(run, world.records, texts);
    showImport(RunDetail, { run, ...content, today, busy: false, onundo: nothing });
    expect(dom.getByRole('link', { name: /^Björkdalens kommun 2 order, 1 retur/ })).toBeVisible();
  });

  test('C13: a line of a report by its customer, what it is for and what it comes to; once it is in, the way on', async () => {
    const { screen, world } = await openImport();
    await screen.choose(await adobeFixture('reconciliation-report.csv'));
    const shown = showImport(DryRun, {
      screen,
      today,
      onimport: nothing,
      oncancel: nothing,
      problemWords: String,
    });
    expect(dom.queryByRole('link', { name: /^Stäm av/ })).toBeNull();
    // What the list is, and of 66 columns those that mean something; the others at a press.
    expect(dom.getAllByRole('combobox')).toHaveLength(1 + 22);
    await userEvent.click(
      dom.getByRole('button', { name: 'Visa 44 kolumner som inte importeras' }),
    );
    expect(dom.getAllByRole('combobox')).toHaveLength(1 + 66);
    await userEvent.click(dom.getByRole('button', { name: 'Visa alla 12' }));
    const list = within(dom.getByRole('list', { name: 'Alla rader' }));
    const [first, , , fourth] = list.getAllByRole('button');
    expect(spaced(first!)).toContain(
      'Björkdalens kommun Fakturarad · 12 licenser · 54 345,21 kr · Exempel Alla appar',
    );
    expect(spaced(fourth!)).toContain('Retur · −2 licenser · −4 297,64 kr · Exempel Vektor');
    shown.unmount();
    const run = (await world.records.get((await screen.run()) ?? '')) as ImportRun;
    const content = await contentOf(run, world.records, texts);
    expect(content.parents[0]).toMatchObject({
      name: 'FAK880000 · 000010, Björkdalens kommun',
      href: '/vip/reconcile',
    });
    const detail = showImport(RunDetail, { run, ...content, today, busy: false, onundo: nothing });
    expect(dom.getByRole('link', { name: 'Stäm av Fakturarader mot order' })).toHaveAttribute(
      'href',
      '/vip/reconcile',
    );
    detail.unmount();
    await screen.choose(await adobeFixture('reconciliation-report.csv'));
    showImport(DryRun, {
      screen,
      today,
      onimport: nothing,
      oncancel: nothing,
      problemWords: String,
    });
    expect(dom.getByRole('link', { name: /^Stäm av/ })).toBeVisible();
    expect(await faults()).toEqual([]);
  });

  test.each([
    ['sv', swedish],
    ['en', english],
  ] as const)(
    'C13: phone and desk in %s, light and dark, have no faults',
    async (language, words) => {
      const { screen } = await openImport();
      await screen.choose(await adobeFixture('purchase-authorizations.csv'));
      const shown = showImport(
        DryRun,
        { screen, today, onimport: nothing, oncancel: nothing, problemWords: String },
        language,
      );
      for (const theme of ['light', 'dark'] as const) {
        inTheme(theme);
        expect(await faults()).toEqual([]);
      }
      await page.viewport(1280, 900);
      expect(await dom.findByRole('columnheader', { name: words.headName })).toBeVisible();
      expect(await faults()).toEqual([]);
      shown.unmount();
      showImport(VipListsSheet, { words: words.how, onclose: nothing }, language);
      expect(dom.getByRole('heading', { name: words.how.title })).toBeVisible();
      expect(await faults()).toEqual([]);
    },
  );
});

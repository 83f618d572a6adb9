import { screen as dom } from '@testing-library/svelte';
import { describe, expect, test } from 'vitest';
import { ok } from '#core/result.ts';
import { onKind } from '#data/records/on-kind.ts';
import type { Draft } from '#core/record/record.ts';
import type { ContentTokenData } from '#programmes/apple-licences/rules/token/content-token.ts';
import DryRun from '#workspace/screens/import/dry-run/DryRun.svelte';
import type { ImportScreen } from '#workspace/screens/import/import-screen.svelte.ts';
import { examples } from '#tests/factories/examples.ts';
import { customerWith } from '#tests/factories/vip.ts';
import { openImport, showImport, triedIn } from './show-import.ts';

type Rows = readonly (readonly string[])[];

/** A workbook with several sheets, as Excel 2003 writes it. */
const book = (sheets: Readonly<Record<string, Rows>>): File => {
  const row = (cells: readonly string[]): string =>
    `<Row>${cells.map((text) => `<Cell><Data ss:Type="String">${text}</Data></Cell>`).join('')}</Row>`;
  const all = Object.entries(sheets).map(
    ([name, rows]) =>
      `<Worksheet ss:Name="${name}"><Table>${rows.map(row).join('')}</Table></Worksheet>`,
  );
  const space = 'urn:schemas-microsoft-com:office:spreadsheet';
  return new File(
    [
      `<?xml version="1.0"?><Workbook xmlns="${space}" xmlns:ss="${space}">${all.join('')}</Workbook>`,
    ],
    'bok.xml',
  );
};

const nothing = (): void => undefined;
const given = { today: '2026-11-20', onimport: nothing, oncancel: nothing, problemWords: String };

/** What is asked of places, and what is chosen there. */
const asked = (screen: ImportScreen, name: RegExp): readonly (readonly [string, string])[] => {
  const shown = showImport(DryRun, { screen, ...given });
  const found = dom.queryAllByRole<HTMLSelectElement>('combobox', { name }).map((one) => {
    const title = one.labels[0]?.textContent?.trim() ?? '';
    return [title, one.selectedOptions[0]?.textContent ?? ''] as const;
  });
  shown.unmount();
  return found;
};

const OWNER = /Vilken kund gäller listan/;
const CONSOLE = ['Identity Type', 'Email', 'First Name', 'Last Name', 'Product Configurations'];
const users = (...emails: readonly string[]): Rows => [
  CONSOLE,
  ...emails.map((email) => ['Business ID', email, 'Ada', 'Ek', 'Foto']),
];
const plan = { product: 'Foto', licenceType: 'team', sku: '', owned: 9, on: '2026-10-01', at: 1 };
const customer = (id: string, name: string, vipId: string, adminEmail = '') =>
  customerWith({ name, vipId, adminEmail, plans: { 'foto|team': plan as never } }, [], id);

/** An import where two customers are, whose names no list says. */
const withCustomers = async () => {
  const { world, screen } = await openImport(async () => true, ['adobe-vip']);
  await world.records.create(customer('c-a', 'Tryckeri Linden', '5A20C8F190D73B627E4D'));
  await world.records.create(
    customer('c-b', 'Byggfirman Ask', '6B20C8F190D73B627E4D', 'chef@ask.example'),
  );
  return { world, screen };
};

describe('A5: sheets of one workbook', () => {
  test('A5: that seem to be of two customers are asked about apart, and known the next time', async () => {
    const { screen } = await withCustomers();
    const file = book({
      Blad1: users('ada@ett.example', 'bo@ett.example'),
      Blad2: users('cia@tva.example', 'dan@tva.example'),
    });
    await screen.choose(file);
    expect(asked(screen, OWNER)).toEqual([
      ['Blad1: Vilken kund gäller listan?', 'Välj kund'],
      ['Blad2: Vilken kund gäller listan?', 'Välj kund'],
    ]);
    await screen.sendTo('adobe-vip', { id: 'c-a' }, ['Blad1']);
    await screen.sendTo('adobe-vip', { id: 'c-b' }, ['Blad2']);
    const led = triedIn(screen)?.plan.rows.map(({ sheet, parent }) => [sheet, parent]);
    expect(new Set(led?.map(String))).toEqual(new Set(['Blad1,c-a', 'Blad2,c-b']));
    expect(await screen.run()).toBeDefined();

    await screen.choose(file);
    expect(triedIn(screen)?.plan.counts).toMatchObject({ new: 0, changed: 0, unreadable: 0 });
    expect(asked(screen, OWNER).map(([, chosen]) => chosen)).toEqual([
      'Tryckeri Linden',
      'Byggfirman Ask',
    ]);
  });

  test('A5: are asked about together where nothing tells them apart', async () => {
    const { screen } = await withCustomers();
    const rows = (name: string): Rows => users(`${name}@ett.example`, `${name}2@ett.example`);
    await screen.choose(book({ Blad1: rows('ada'), Blad2: rows('bo') }));
    expect(asked(screen, OWNER)).toEqual([['Vilken kund gäller listan?', 'Välj kund']]);
    await screen.sendTo('adobe-vip', { id: 'c-a' });
    expect(new Set(triedIn(screen)?.plan.rows.map(({ parent }) => parent))).toEqual(
      new Set(['c-a']),
    );
  });

  test('C7: that are called after a customer are of that one', async () => {
    const { screen } = await withCustomers();
    await screen.choose(
      book({ 'Tryckeri Linden': users('ada@post.example'), Ask: users('cia@ask.example') }),
    );
    expect(asked(screen, OWNER).map(([, chosen]) => chosen)).toEqual([
      'Tryckeri Linden',
      'Byggfirman Ask',
    ]);
  });

  test('A5: that list the same apps are of two locations, each of its own, also the next time', async () => {
    const { world, screen } = await openImport(async () => true, ['apple-licences']);
    const token = examples['content-token'] as Draft<ContentTokenData>;
    for (const [id, location] of Object.entries({ 't-n': 'Norra', 't-s': 'Södra' }))
      await world.records.create({
        ...token,
        id,
        data: { ...token.data, location, locationId: id, innerFingerprint: id },
      });
    const apps: Rows = [
      ['Adam ID', 'Name', 'Total Licenses'],
      ['425073498', 'Procreate', '9'],
      ['361309726', 'Pages', '4'],
    ];
    const others: Rows = [
      ['Adam ID', 'Name', 'Total Licenses'],
      ['409183694', 'Keynote', '3'],
    ];
    const file = book({ Ett: apps, Två: apps, Tre: others });
    await screen.choose(file);
    const PLACE = /Vilken plats hör apparna till/;
    expect(asked(screen, PLACE).map(([title]) => title)).toEqual([
      'Ett och Tre: Vilken plats hör apparna till?',
      'Två: Vilken plats hör apparna till?',
    ]);
    await screen.sendTo('apple-licences', { id: 't-n' }, ['Ett', 'Tre']);
    await screen.sendTo('apple-licences', { id: 't-s' }, ['Två']);
    expect(triedIn(screen)?.plan.counts).toMatchObject({ new: 5 });
    expect(await screen.run()).toBeDefined();

    await screen.choose(file);
    expect(triedIn(screen)?.plan.counts).toMatchObject({ new: 0, changed: 0 });
    expect(asked(screen, PLACE).map(([, chosen]) => chosen)).toEqual(['Norra', 'Södra']);
    // What is chosen anew holds for the sheets that it was chosen for.
    await screen.sendTo('apple-licences', 'as-suggested', ['Två']);
    expect(asked(screen, PLACE).map(([, chosen]) => chosen)).toEqual([
      'Norra',
      'Som listan säger, där den gör det',
    ]);
  });

  test('A5: that went to two locations are asked about apart, also when nothing tells them apart now', async () => {
    const { world, screen } = await openImport(async () => true, ['apple-licences']);
    const token = examples['content-token'] as Draft<ContentTokenData>;
    const called = (id: string, location: string): Draft<ContentTokenData> => ({
      ...token,
      id,
      data: { ...token.data, name: location, location, locationId: id, innerFingerprint: id },
    });
    await world.records.create(called('t-n', 'Norra'));
    await world.records.create(called('t-s', 'Södra'));
    const app = (id: string, name: string): Rows => [
      ['Adam ID', 'Name', 'Total Licenses'],
      [id, name, '9'],
    ];
    const file = book({
      Norra: app('425073498', 'Procreate'),
      Södra: app('409183694', 'Keynote'),
    });
    await screen.choose(file);
    await screen.sendTo('apple-licences', { id: 't-n' }, ['Norra']);
    await screen.sendTo('apple-licences', { id: 't-s' }, ['Södra']);
    expect(await screen.run()).toBeDefined();
    const rename = (id: string, location: string) =>
      world.records.change(
        id,
        onKind('content-token', (now) =>
          ok({ ...now, data: { ...now.data, name: location, location } }),
        ),
      );
    expect((await rename('t-n', 'Öst')).ok).toBe(true);
    expect((await rename('t-s', 'Väst')).ok).toBe(true);

    await screen.choose(file);
    expect(asked(screen, /Vilken plats hör apparna till/)).toEqual([
      ['Norra: Vilken plats hör apparna till?', 'Öst'],
      ['Södra: Vilken plats hör apparna till?', 'Väst'],
    ]);
  });

  test('B9: of apps and of people beside them on one sheet are asked about apart, as of two files', async () => {
    const { world, screen } = await openImport(async () => true, ['apple-licences']);
    const token = examples['content-token'] as Draft<ContentTokenData>;
    for (const [id, location] of Object.entries({ 't-n': 'Norra', 't-s': 'Södra' }))
      await world.records.create({
        ...token,
        id,
        data: { ...token.data, location, locationId: id, innerFingerprint: id },
      });
    const beside = (place: string): Rows => [
      ['Adam ID', 'Name', 'Total Licenses', 'Location', '', '', '', ''],
      ['425073498', 'Procreate', '9', place, '', 'Förnamn', 'Efternamn', 'E-post'],
      ['361309726', 'Pages', '4', place, '', 'Ada', 'Ek', 'ada@a.example'],
      ['409183694', 'Keynote', '3', place, '', 'Bo', 'Ask', 'bo@a.example'],
    ];
    const PLACE = /Vilken plats hör/;
    await screen.choose(book({ Blad1: beside('') }));
    expect(asked(screen, PLACE).map(([title]) => title)).toEqual([
      'Blad1: Vilken plats hör apparna till?',
      'Blad1 (2): Vilken plats hör användarna till?',
    ]);
    await screen.sendTo('apple-licences', { id: 't-n' }, ['Blad1']);
    await screen.sendTo('apple-licences', { id: 't-s' }, ['Blad1 (2)']);
    expect(
      triedIn(screen)?.plan.rows.map((row) => [row.sheet, 'location' in row && row.location]),
    ).toEqual([
      ...Array.from({ length: 3 }, () => ['Blad1', 'Norra']),
      ...Array.from({ length: 2 }, () => ['Blad1 (2)', 'Södra']),
    ]);

    await screen.choose(book({ Blad1: beside('Norra') }));
    expect(asked(screen, PLACE).map(([title]) => title)).toEqual([
      'Blad1 (2): Vilken plats hör användarna till?',
    ]);
  });

  test('A5: of codes of two orders are asked about apart', async () => {
    const { screen } = await openImport();
    const codes = (order: string, ...all: readonly string[]): Rows => [
      ['Order Number', order],
      ['Code', 'Code Redemption Link'],
      ...all.map((code) => [code, `https://buy.itunes.apple.com/redeem?code=${code}`]),
    ];
    await screen.choose(
      book({
        A: codes('W000000001', 'XFAKE0000001'),
        B: codes('W000000001', 'XFAKE0000002'),
        C: codes('W000000002', 'XFAKE0000003'),
      }),
    );
    expect(asked(screen, /Vart hör|Vart ska|kod/i).map(([title]) => title.split(':')[0])).toEqual([
      'A och B',
      'C',
    ]);
  });
});

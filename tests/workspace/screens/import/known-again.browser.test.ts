import { screen as dom, waitFor, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { describe, expect, test } from 'vitest';
import type { Draft } from '#core/record/record.ts';
import DryRun from '#workspace/screens/import/dry-run/DryRun.svelte';
import ImportStart from '#workspace/screens/import/ImportStart.svelte';
import { csvFile, openImport, showImport, sayOf, triedIn } from './show-import.ts';

const nothing = (): void => undefined;
const given = { today: '2026-11-20', onimport: nothing, oncancel: nothing, problemWords: String };

/** What a button says. */
const spoken = ({ textContent }: HTMLElement): string => textContent.trim();

/** Days that can be read in two ways, and a column that no order has a place for. */
const ORDERS = csvFile(
  'orders.csv',
  'Order Number,Amount,Order Date,Comment,Grade',
  '4500218837,25000.00,03/04/2026,For the library,7',
  '4500218838,10000.00,05/06/2026,,8',
);

describe('A5: what was answered is used the next time', () => {
  test('A5: an answer is there the next time, says so, and can be changed', async () => {
    const { screen } = await openImport();
    await screen.choose(ORDERS);
    const shown = showImport(DryRun, { screen, ...given });
    expect(dom.getByText('Svaret används på alla rader i filen.')).toBeVisible();
    expect(dom.getByText('sparas till nästa gång')).toBeVisible();
    await userEvent.setup().click(dom.getByRole('button', { name: /3 april/ }));
    await waitFor(() => expect(triedIn(screen)?.plan.counts.new).toBe(2));
    await screen.run();
    shown.unmount();

    await screen.choose(ORDERS);
    expect(triedIn(screen)?.plan.counts).toMatchObject({ new: 0, changed: 0, same: 2 });
    showImport(DryRun, { screen, ...given });
    expect(dom.getByText('03/04/2026 → 3 april 2026')).toBeVisible();
    expect(
      dom.getByText('Besvarat som förra gången. Svaret används på alla rader i filen.'),
    ).toBeVisible();
    expect(dom.getByText('som förra gången')).toBeVisible();
    await userEvent.setup().click(dom.getByRole('button', { name: /^Ändra .*3 april 2026$/ }));
    expect(dom.getByRole('button', { name: /3 april/ })).toHaveAttribute('aria-pressed', 'true');
    await userEvent.setup().click(dom.getByRole('button', { name: /4 mars/ }));
    await waitFor(() => expect(triedIn(screen)?.plan.counts.changed).toBe(2));
    expect(dom.getByText('Svaret används på alla rader i filen.')).toBeVisible();
    expect(dom.getByText('03/04/2026 → 4 mars 2026')).toBeVisible();
  });

  test('A5: a Yes stays in sight, and nothing is imported after it was taken back', async () => {
    const { screen } = await openImport();
    const codes = ['FAKE1234ABCD,Foto', 'FAKE2345BCDE,Foto'];
    await screen.choose(csvFile('koder.csv', 'Nummer,Sak', ...codes));
    showImport(DryRun, { screen, ...given });
    const user = userEvent.setup();
    const yes = () => dom.queryByRole('button', { name: 'Ja, det stämmer' });
    await user.click(yes()!);
    const answered = within(dom.getByRole('list', { name: 'Besvarade frågor' }));
    expect(answered.getByText(/^Är koderna i rätt kolumn\?/)).toHaveTextContent(
      'Är koderna i rätt kolumn? Ja, det stämmer',
    );
    const press = () => dom.getByRole('button', { name: 'Importera 2 rader' });
    await waitFor(() => expect(press()).toBeEnabled());
    await user.click(answered.getByRole('button', { name: /^Ändra/ }));
    expect(dom.queryByRole('button', { name: /^Importera \d/ })).toBeNull();
    expect(dom.getByRole('button', { name: 'Svara på frågan först' })).toBeEnabled();
    expect(dom.queryByRole('list', { name: 'Besvarade frågor' })).toBeNull();
    await user.click(yes()!);
    await waitFor(() => expect(press()).toBeEnabled());
  });

  test.each([
    ['apple-credit', 'Order,Ordernummer,Kod,Belopp', 'O1,1000001,FAKE1234ABCD,5000'],
    ['apple-licences', 'App,Adam ID,Licenser,Antal', 'Foto,361309726,20,12'],
    [
      'adobe-vip',
      'Företag,Kund,VIP-ID,Licenser,Produkt',
      'Dustin,Nordby,909AFE23D7E610B96384,12,Foto',
    ],
  ])('A5: of two columns that mean one thing, one is chosen (%s)', async (_, headings, row) => {
    const { screen } = await openImport();
    const file = csvFile('dubbel.csv', headings, row);
    const read = (): readonly string[] =>
      screen.sheets.flatMap(({ columns }) =>
        columns.filter(({ field }) => field !== '').map(({ heading }) => heading),
      );
    await screen.choose(file);
    const shown = showImport(DryRun, { screen, ...given });
    const question = dom.getByRole('group', { name: /^Vilken kolumn gäller: .* eller .*\?$/ });
    const [first, second] = within(question).getAllByRole('button').map(spoken);
    expect(dom.getByText(/^Känns igen på (?!innehållet)/)).toBeVisible();
    expect(read()).toContain(first);
    expect(read()).not.toContain(second);
    expect(dom.queryByRole('button', { name: /^Importera \d/ })).toBeNull();
    const user = userEvent.setup();
    await user.click(within(question).getByRole('button', { name: second }));
    const answered = await waitFor(() => dom.getByRole('list', { name: 'Besvarade frågor' }));
    expect(answered).toHaveTextContent(
      `Vilken kolumn gäller: ${first} eller ${second}? ${second} Ändra`,
    );
    expect(read()).toContain(second);
    expect(read()).not.toContain(first);
    await user.click(within(answered).getByRole('button', { name: /^Ändra/ }));
    await user.click(dom.getByRole('button', { name: first }));
    await waitFor(() => expect(read()).toContain(first));
    await user.click(await dom.findByRole('button', { name: /^Ändra/ }));
    await user.click(dom.getByRole('button', { name: second }));
    await waitFor(() => expect(read()).toContain(second));
    await waitFor(() => expect(dom.getByRole('button', { name: /^Importera \d/ })).toBeEnabled());
    await screen.run();
    shown.unmount();

    await screen.choose(file);
    showImport(DryRun, { screen, ...given });
    expect(dom.queryByRole('group', { name: /^Vilken kolumn/ })).toBeNull();
    expect(read()).toContain(second);
    expect(read()).not.toContain(first);
  });

  test('A5: which order was meant stays in sight, and can be another', async () => {
    const { world, screen } = await openImport();
    for (const [id, purchaserName] of [
      ['norr', 'Norra skolan'],
      ['syd', 'Södra skolan'],
    ])
      await world.records.create({
        id,
        kind: 'credit-order',
        programme: 'apple-credit',
        parent: '',
        data: { v: 1, orderNumber: '4500218837', purchaserName },
      } as unknown as Draft);
    await screen.choose(
      csvFile('a.csv', 'Order Number,Amount,Currency', '4500218837,25000.00,SEK'),
    );
    showImport(DryRun, { screen, ...given });
    const user = userEvent.setup();
    await user.click(dom.getByRole('button', { name: 'Norra skolan' }));
    const line = await dom.findByRole('button', { name: /^Ändra .*4500218837\? Norra skolan$/ });
    expect(triedIn(screen)?.plan.rows[0]?.parent).toBe('norr');
    await user.click(line);
    await user.click(dom.getByRole('button', { name: 'Södra skolan' }));
    await dom.findByRole('button', { name: /^Ändra .*4500218837\? Södra skolan$/ });
    expect(triedIn(screen)?.plan.rows[0]?.parent).toBe('syd');
  });

  test('A5: cells that are kept nowhere are counted, also those whose meaning is known', async () => {
    const { screen } = await openImport();
    await screen.choose(ORDERS);
    showImport(DryRun, { screen, ...given });
    expect(dom.getByText('Importeras inte: Comment, Grade (3 celler).')).toBeVisible();
    expect(dom.getByText('Kommentar, sparas inte', { selector: '.name' })).toBeVisible();
  });

  test('A5: why a file is read as it is stands beside what it is read as', async () => {
    const { screen } = await openImport();
    await screen.choose(ORDERS);
    showImport(DryRun, { screen, ...given });
    expect(dom.getByText(/^Känns igen på Order Number, Amount, Order Date/)).toBeVisible();
    await sayOf(screen, '', 'customers');
    await waitFor(() => expect(dom.getByText('Som du valde.')).toBeVisible());
  });

  test('A5: the first values of a column are beside it on a phone, too; of codes none', async () => {
    const { screen } = await openImport();
    const codes = ['FAKE0000ABCD', 'FAKE0000ABCE'].map((code, at) => `${code},Foto ${at}`);
    await screen.choose(csvFile('a.csv', 'Code,Product', ...codes));
    showImport(DryRun, { screen, ...given });
    for (const sample of [/^Foto 0/, /^Foto 1/]) expect(dom.getByText(sample)).toBeVisible();
    expect(document.body.textContent).not.toContain('FAKE0000');
  });
});

test('A5: a file in which nothing was found can be read anyway', async () => {
  const { screen } = await openImport(async () => true, ['apple-credit', 'apple-licences']);
  await screen.choose(csvFile('elevlista.csv', 'Aa,Bb', 'x,y', 'z,å'));
  expect([screen.problem?.code, screen.phase]).toEqual(['nothing-known', 'start']);
  expect(screen.anywayChoices).toEqual(expect.arrayContaining(['codes', 'licences', 'customers']));
  const said: string[] = [];
  showImport(ImportStart, {
    runs: [],
    today: '2026-11-20',
    now: 0,
    vaultIsOpen: true,
    problem: 'Inga koder',
    anyway: [{ value: 'licences', label: 'Appar och licenser' }],
    onanyway: (as: string) => void said.push(as),
    onfiles: nothing,
    onpaste: nothing,
    onundo: nothing,
  });
  const chooser = dom.getByRole('combobox', { name: 'Läs den ändå' });
  expect(chooser).toHaveDisplayValue('Välj vad den är');
  await userEvent.setup().selectOptions(chooser, 'Appar och licenser');
  expect(said).toEqual(['licences']);
  await screen.readAnyway('licences');
  expect(screen.phase).toBe('tried');
  expect(screen.sheets).toMatchObject([{ kind: 'apps', rowCount: 2 }]);
});

test('A5: what was read anyway is read so the next time, says so, and can be said anew', async () => {
  const { screen } = await openImport(async () => true, ['apple-credit', 'adobe-vip']);
  const notes = csvFile('elevlista.csv', 'Aa,Bb', 'Nordby,y', 'Sala,å');
  await screen.choose(notes);
  expect(screen.phase).toBe('start');
  await screen.readAnyway('customers');
  await screen.mapColumn('', 0, 'name');
  expect(screen.saidOf('')).toBe('now');
  expect(triedIn(screen)?.plan.counts.new).toBe(2);
  expect(await screen.run()).toBeDefined();

  await screen.choose(notes);
  expect(screen.phase).toBe('tried');
  expect(screen.saidOf('')).toBe('before');
  expect(triedIn(screen)?.plan.counts).toMatchObject({ new: 0, changed: 0, same: 2 });
  showImport(DryRun, { screen, ...given });
  expect(dom.getByText('Som du valde förra gången.')).toBeVisible();
  await sayOf(screen, '', 'holders');
  await waitFor(() => expect(screen.sheets).toMatchObject([{ kind: 'holders' }]));
  expect(screen.saidOf('')).toBe('now');
  // Another file is like no other.
  await screen.choose(csvFile('elevlista.csv', 'Aa,Bb', 'Nordby,y', 'Tierp,å'));
  expect(screen.phase).toBe('start');
});

test('A5: of files that write days in different ways each is known again, and a new one is asked', async () => {
  const { screen } = await openImport();
  const orders = (name: string, ...numbers: readonly string[]): File =>
    csvFile(
      name,
      'Order Number,Amount,Order Date',
      ...numbers.map((number) => `${number},25000.00,03/04/2026`),
    );
  const files = [orders('a.csv', '4500218837'), orders('b.csv', '4500218838', '4500218839')];
  const open = () =>
    screen.questionsOf('apple-credit').filter(({ id }) => screen.answers[id] === undefined);
  await screen.choose(files);
  const [first, second] = open();
  await screen.answer(first!.id, first!.choices[0]!.id);
  await screen.answer(second!.id, second!.choices[1]!.id);
  const { answers } = screen;
  expect(await screen.run()).toBeDefined();

  await screen.choose(files);
  expect(screen.answers).toEqual(answers);
  expect(triedIn(screen)?.plan.counts).toMatchObject({ new: 0, changed: 0, same: 3 });
  for (const file of files) {
    await screen.choose(file);
    expect(triedIn(screen)?.plan.counts).toMatchObject({ new: 0, changed: 0 });
  }
  await screen.choose(orders('c.csv', '4500218840'));
  expect(open()).toHaveLength(1);
});

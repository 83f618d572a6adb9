import { screen, waitFor, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { describe, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { newBatch } from '#programmes/apple-credit/rules/code/code-batch-commands.ts';
import { codeRows, countCodes } from '#programmes/apple-credit/rules/code/code-counts.ts';
import { handOut, newCode, redeem } from '#programmes/apple-credit/rules/code/code-commands.ts';
import {
  sealedAt,
  type RedemptionCode,
} from '#programmes/apple-credit/rules/code/redemption-code.ts';
import { redemptionLink } from '#programmes/apple-credit/import/read/typed-code.ts';
import type { App } from '#ui/app.svelte.ts';
import { codesOf, handOutCodes } from '#programmes/apple-credit/work/code/code-actions.ts';
import { actStoreOf } from '#workspace/screens/acts/way-back.ts';
import CodeList from '#programmes/apple-credit/screens/code/CodeList.svelte';
import { orderWith, valueOf } from '#tests/factories/credit.ts';
import { IS_LONG } from '#tests/factories/long-run.ts';
import { faults, inTheme } from '#tests/ui/axe.ts';
import { openApp, showIn, undoLast } from '#tests/programmes/apple-credit/screens/credit-app.ts';
import { isFine } from '#data/records/read-record.ts';

const sealed = { key: 'k', iv: 'AAAA', text: 'BBBB' };
const idOf = (number: number): string => number.toString(16).padStart(32, '0');

/** What is read from the disk or loaded for the first time takes its time on a busy machine. */
const patient = { timeout: 60_000 };

/** A batch whose first codes are redeemed, the next ones handed out, the rest free. */
const open = async (many: number, { redeemed = 0, handedOut = 0, texts = [] as string[] } = {}) => {
  const { app } = await openApp();
  await app.records.create(
    newBatch('batch', { name: 'Läsresan', owner: '', orderNumber: '4500217304' }),
  );
  const doing = app.records.doing();
  const seals = await Promise.all(
    texts.map((text, at) => app.vault.seal(text, sealedAt(idOf(at + 1)))),
  );
  const drafts = Array.from({ length: many }, (_, at) => {
    const made = { id: idOf(at + 1), parent: 'batch', usage: 'app', number: at + 1 } as const;
    const code = newCode({ ...made, sealed: seals[at] ?? sealed }) as RedemptionCode;
    const fresh = { ...code, steps: [] };
    if (at >= redeemed + handedOut) return fresh;
    const out = valueOf(
      handOut(fresh, { to: '7B, Alva Nyström', on: '2026-11-12' }, doing),
    ) as RedemptionCode;
    return at < redeemed
      ? valueOf(redeem(out, { account: 'alva', place: '', on: '2026-11-12' }, doing))
      : out;
  });
  await app.records.insert(drafts);
  showIn(app, CodeList, { parentId: 'batch' });
  // Ten thousand records are read from the disk first.
  await screen.findByRole('list', { name: 'Koder i Läsresan' }, patient);
  return { app };
};
const countsNow = async (app: App) =>
  countCodes(codeRows((await codesOf(app.records, 'batch')).filter(isFine)));
const rowsNow = () =>
  within(screen.getByRole('list', { name: 'Koder i Läsresan' }))
    .getAllByRole('listitem')
    .map((row) => row.innerText.replace(/\s+/g, ' ').trim());

describe('many codes', () => {
  test('A6: counts, a bar, and rows that are named by number and never show a code', async () => {
    await open(30, { redeemed: 2, handedOut: 1 });
    expect(screen.getByText('30 appkoder · order 4500217304')).toBeTruthy();
    expect(screen.getByRole('img', { name: '2 inlösta, 1 utlämnad, 27 fria.' })).toBeTruthy();
    expect(rowsNow().slice(0, 5)).toEqual([
      'Kod 1 •••• •••• •••• 7B, Alva Nyström · 12 nov Inlöst',
      'Kod 2 •••• •••• •••• 7B, Alva Nyström · 12 nov Inlöst',
      'Kod 3 •••• •••• •••• 7B, Alva Nyström · 12 nov Utlämnad',
      'Kod 4 •••• •••• •••• Nästa fria kod Fri',
      'Kod 5 •••• •••• •••• Fri',
    ]);
    const first = screen.getByRole('link', { name: /^Kod 1 / });
    expect(first.getAttribute('href')).toMatch(new RegExp(`/credit/batch/code/${idOf(1)}$`));
    await userEvent.click(screen.getByRole('radio', { name: /^Utlämnade/ }));
    await waitFor(() => expect(rowsNow()).toHaveLength(1));
  });

  const MANY = IS_LONG ? 10_000 : 1_000;

  test(`A6: ${MANY} are in the list, and only those in sight on the page`, async () => {
    await page.viewport(390, 844);
    await open(MANY);
    expect(screen.getAllByText(new RegExp(`${MANY / 1_000}.000`))[0]).toBeTruthy();
    expect(rowsNow().length).toBeLessThan(40);
    expect(document.querySelector('[aria-setsize]')?.getAttribute('aria-setsize')).toBe(
      String(MANY),
    );
  });

  test('A6: many codes of an order are not handed out before it was placed: the day says so', async () => {
    const { app } = await openApp();
    const ordered = orderWith([['ordered', '2026-09-01']], { amount: '25000.00' }, 'order');
    await app.records.insert([
      ordered,
      newCode({ id: idOf(1), parent: 'order', usage: 'credit', number: 1, sealed }),
    ]);
    showIn(app, CodeList, { parentId: 'order' });
    await userEvent.click(await screen.findByRole('button', { name: 'Lämna ut koder' }, patient));
    const sheet = within(await screen.findByRole('dialog'));
    await userEvent.type(sheet.getByLabelText('Till vem'), '7C');
    const day = sheet.getByLabelText('Dag');
    await userEvent.clear(day);
    await userEvent.type(day, '2026-08-31');
    await userEvent.click(sheet.getByRole('button', { name: 'Lämna ut 1 kod' }));
    expect(await sheet.findByText(/^Dagen ligger före beställningen/)).toBeTruthy();
    expect((await codesOf(app.records, 'order'))[0]?.steps).toEqual([]);
    await userEvent.clear(day);
    await userEvent.type(day, '2026-09-01');
    await userEvent.click(sheet.getByRole('button', { name: 'Lämna ut 1 kod' }));
    await waitFor(
      async () => expect((await codesOf(app.records, 'order'))[0]?.steps).toHaveLength(1),
      patient,
    );
  });

  test('A6: codes are handed out from the next free one, and taken back in one tap', async () => {
    const { app } = await open(12, { redeemed: 1, handedOut: 2 });
    await userEvent.click(screen.getByRole('button', { name: 'Lämna ut koder' }));
    const sheet = within(await screen.findByRole('dialog'));
    await userEvent.click(sheet.getByRole('button', { name: 'En till' }));
    await userEvent.click(sheet.getByRole('button', { name: 'En till' }));
    expect(sheet.getByText('Kod 4 till 6')).toBeTruthy();
    await userEvent.click(sheet.getByRole('button', { name: 'Lämna ut 3 koder' }));
    expect(await sheet.findByText('Skriv vem som får koden.')).toBeTruthy();
    await userEvent.type(sheet.getByLabelText('Till vem'), '7C, hela klassen');
    await userEvent.click(sheet.getByRole('button', { name: 'Lämna ut 3 koder' }));
    const done = within(
      await screen.findByRole('dialog', { name: '3 koder utlämnade till 7C, hela klassen' }),
    );
    await userEvent.click(done.getByRole('button', { name: 'Klar' }));
    await screen.findByText('3 koder utlämnade till 7C, hela klassen');
    expect(await countsNow(app)).toEqual({ all: 12, free: 6, 'handed-out': 5, redeemed: 1 });
    await waitFor(() => expect(rowsNow()[5]).toContain('7C, hela klassen · 20 nov'));
    await undoLast();
    expect(await countsNow(app)).toEqual({ all: 12, free: 9, 'handed-out': 2, redeemed: 1 });
  });

  test('A6: what was handed out is copied together, each code logged as shown', async () => {
    const { app } = await open(3, { texts: ['XFAKE0000001', 'XFAKE0000002', 'XFAKE0000003'] });
    // The clipboard of this user, not of the machine, which other pages use meanwhile.
    const user = userEvent.setup();
    await user.click(screen.getByRole('button', { name: 'Lämna ut koder' }));
    const sheet = within(await screen.findByRole('dialog'));
    await user.click(sheet.getByRole('button', { name: 'En till' }));
    await user.type(sheet.getByLabelText('Till vem'), '7C');
    await user.click(sheet.getByRole('button', { name: 'Lämna ut 2 koder' }));
    await user.click(await screen.findByRole('button', { name: 'Kopiera 2 koder' }));
    await screen.findByText('2 koder är kopierade, en på varje rad.');
    expect((await navigator.clipboard.readText()).split('\n')).toEqual([
      redemptionLink('XFAKE0000001'),
      redemptionLink('XFAKE0000002'),
    ]);
    const codes = (await codesOf(app.records, 'batch'))
      .filter(isFine)
      .toSorted((a, b) => a.data.number - b.data.number);
    const looks = codes.map(({ steps }) =>
      steps.flatMap(({ kind, data }) => (kind === 'revealed' ? [data] : [])),
    );
    expect(looks).toEqual([[{ reason: 'hand-out' }], [{ reason: 'hand-out' }], []]);
    expect(document.body.innerHTML).not.toContain('XFAKE0000001');
  });

  test('A6: what was handed out earlier is copied together again, for one receiver at a time', async () => {
    const { app } = await open(4, {
      texts: ['XFAKE0000001', 'XFAKE0000002', 'XFAKE0000003', 'XFAKE0000004'],
    });
    const user = userEvent.setup();
    await handOutCodes(actStoreOf(app), [idOf(1), idOf(2)], { to: '7C', on: '2026-11-20' });
    expect(screen.queryByRole('button', { name: /^Kopiera/ })).toBeNull();
    await user.click(screen.getByRole('radio', { name: /^Utlämnade/ }));
    await user.click(await screen.findByRole('button', { name: 'Kopiera 2 koder' }));
    await screen.findByText('2 koder är kopierade, en på varje rad.');
    const lines = ['XFAKE0000001', 'XFAKE0000002'].map((code) => redemptionLink(code));
    expect((await navigator.clipboard.readText()).split('\n')).toEqual(lines);
    await handOutCodes(actStoreOf(app), [idOf(3)], { to: '7B', on: '2026-11-12' });
    await user.click(await screen.findByRole('button', { name: 'Kopiera koder' }));
    const sheet = within(
      await screen.findByRole('dialog', { name: 'Vems koder ska kopieras?' }, patient),
    );
    expect(
      sheet.getAllByRole('button', { name: /^7/ }).map((row) => row.innerText.split('\n')),
    ).toEqual([
      ['7C', '2 koder · 20 nov'],
      ['7B', '1 kod · 12 nov'],
    ]);
    await user.click(sheet.getByRole('button', { name: /^7B/ }));
    await screen.findByText('Koden är kopierad.');
    expect(await navigator.clipboard.readText()).toBe(redemptionLink('XFAKE0000003'));
    const looks = (await codesOf(app.records, 'batch'))
      .filter(isFine)
      .toSorted((a, b) => a.data.number - b.data.number)
      .map(({ steps }) => steps.filter(({ kind }) => kind === 'revealed').length);
    expect(looks).toEqual([1, 1, 1, 0]);
  });

  test('A6: never more than are free: a number that is too high stays as it was typed, and the sheet says why', async () => {
    const { app } = await open(3, { handedOut: 1 });
    await userEvent.click(screen.getByRole('button', { name: 'Lämna ut koder' }));
    const sheet = within(await screen.findByRole('dialog'));
    const count = sheet.getByLabelText('Hur många');
    await userEvent.type(sheet.getByLabelText('Till vem'), '7C');
    await userEvent.clear(count);
    await userEvent.type(count, '50');
    await userEvent.tab();
    expect(count).toHaveValue(50);
    expect(count).toBeInvalid();
    expect(count).toHaveAccessibleDescription('Bara 2 är fria. Skriv 2 eller färre.');
    await userEvent.click(sheet.getByRole('button', { name: 'Lämna ut koder' }));
    expect(count).toHaveValue(50);
    expect(await countsNow(app)).toMatchObject({ 'handed-out': 1 });
    await userEvent.click(sheet.getByRole('button', { name: 'En färre' }));
    expect(count).toHaveValue(2);
    expect(count).toBeValid();
    await userEvent.click(sheet.getByRole('button', { name: 'Lämna ut 2 koder' }));
    await screen.findByText('2 koder utlämnade till 7C');
    expect(await countsNow(app)).toMatchObject({ free: 0, 'handed-out': 3 });
  });

  test.each(['', '0', '1.5'])(
    'A6: an invalid number of codes (%s) is asked for again',
    async (typed) => {
      const { app } = await open(3);
      await userEvent.click(screen.getByRole('button', { name: 'Lämna ut koder' }));
      const sheet = within(await screen.findByRole('dialog'));
      const count = sheet.getByLabelText('Hur många');
      await userEvent.type(sheet.getByLabelText('Till vem'), '7C');
      await userEvent.clear(count);
      if (typed !== '') await userEvent.type(count, typed);
      await userEvent.click(sheet.getByRole('button', { name: 'Lämna ut koder' }));
      expect(await sheet.findByText('Skriv ett helt antal, 1 eller fler.')).toBeTruthy();
      expect(await countsNow(app)).toMatchObject({ free: 3 });
      await userEvent.click(sheet.getByRole('button', { name: 'En till' }));
      expect(sheet.queryByText('Skriv ett helt antal, 1 eller fler.')).toBeNull();
    },
  );

  test('A6: a batch is renamed, and that undone', async () => {
    const { app } = await open(2);
    await userEvent.click(screen.getByRole('button', { name: 'Fler val' }));
    await userEvent.click(await screen.findByRole('menuitem', { name: 'Byt namn' }));
    const name = await screen.findByLabelText('Namn');
    await userEvent.clear(name);
    await userEvent.type(name, 'Vårens läsning');
    await userEvent.click(screen.getByRole('button', { name: 'Spara' }));
    await screen.findByRole('heading', { level: 1, name: 'Vårens läsning' });
    await undoLast();
    await screen.findByRole('heading', { level: 1, name: 'Läsresan' });
    expect((await app.records.get('batch'))?.data).toMatchObject({ name: 'Läsresan' });
  });

  test.each(['light', 'dark'] as const)('X14: axe finds nothing in the list, %s', async (theme) => {
    inTheme(theme);
    await open(20, { redeemed: 3, handedOut: 3 });
    expect(await faults()).toEqual([]);
  });
});

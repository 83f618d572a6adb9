import { screen } from '@testing-library/svelte';
import { beforeEach, describe, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import type { CreditOrder } from '#programmes/apple-credit/rules/order/credit-order.ts';
import { groupOrders, unredeemed } from '#programmes/apple-credit/rules/order/credit-summary.ts';
import { INBOX_RULE } from '#programmes/apple-credit/rules/editions.ts';
import { newPerson } from '#workspace/rules/people/person-commands.ts';
import { ok } from '#core/result.ts';
import { homeRows } from '#workspace/rules/reminders/home.ts';
import { joinOrders } from '#programmes/apple-credit/work/order/join-orders.ts';
import { noteOrdersMet } from '#programmes/apple-credit/work/order/orders-met.ts';
import type { Language } from '#core/language/language.ts';
import { credit as creditEnglish } from '#programmes/apple-credit/words/en/credit.ts';
import { sync as english } from '#workspace/words/en/sync.ts';
import { credit as creditSwedish } from '#programmes/apple-credit/words/sv/credit.ts';
import { sync as swedish } from '#workspace/words/sv/sync.ts';
import type { App } from '#ui/app.svelte.ts';
import CreditList from '#programmes/apple-credit/screens/list/CreditList.svelte';
import OrderDetail from '#programmes/apple-credit/screens/order/OrderDetail.svelte';
import TrashedRecord from '#workspace/screens/trash/TrashedRecord.svelte';
import { loadTrashText } from '#workspace/screens/trash/load-trash-text.ts';
import { valueOf } from '#tests/factories/credit.ts';
import SameOrder from '#programmes/apple-credit/screens/same-order/SameOrder.svelte';
import { answerSameOrder } from '#programmes/apple-credit/screens/same-order/answer-same-order.ts';
import { rowWords } from '#workspace/screens/home/row-words.ts';
import { faults, inTheme } from '#tests/ui/axe.ts';
import { fingerOn } from '#tests/ui/finger.ts';
import { shellTexts } from '#tests/ui/texts.ts';
import { addOrder, addSealedCode, openApp, showWith, stored, undoLast } from './credit-app.ts';
import { sameOrder as sameSwedish } from '#programmes/apple-credit/words/sv/same-order.ts';
import { sameOrder as sameEnglish } from '#programmes/apple-credit/words/en/same-order.ts';

/** Typed by hand before the sheet was read: its id tells so. */
const OLDER = '0199a123-0000-7000-8000-000000000001';
const YOUNGER = 'b'.repeat(32);
const texts = (language: Language) =>
  language === 'sv'
    ? { credit: creditSwedish, sync: swedish, sameOrder: sameSwedish }
    : { credit: creditEnglish, sync: english, sameOrder: sameEnglish };

let app: App;
beforeEach(async () => {
  await page.viewport(390, 844);
  ({ app } = await openApp());
  await app.records.create(newPerson('johan', 'Johan Berg'));
  await addOrder(app, [['ordered', '2026-09-01']], {}, OLDER);
  const origin = { run: 'run-1', row: 2, file: 'f' };
  await addOrder(app, [['ready', '2026-09-04']], { amount: '26000.00', origin }, YOUNGER);
  await addSealedCode(app, 'XK7M4QTP9WRD2HVN', YOUNGER);
  expect(await noteOrdersMet(app.opened.database.records)).toEqual([YOUNGER]);
});

const plain = (shown: string): string => shown.replace(/[\u202f\u00a0]/g, ' ');

const orderAt = async (id: string): Promise<CreditOrder> => stored<CreditOrder>(app, id);

/**
 * The question, whose answer is written as on its screen, once it no longer changes: the counts of
 * codes come a moment after the rest.
 */
const ask = async (language: Language = 'sv') => {
  const [younger, older] = [await orderAt(YOUNGER), await orderAt(OLDER)];
  const onanswer = (isSame: boolean) =>
    answerSameOrder(app, { younger: YOUNGER, older: OLDER, isSame }, texts(language));
  const words = texts(language).sameOrder;
  const props = { words, younger, older, onanswer };
  const shown = showWith(app, SameOrder, props, language, texts(language));
  const { codes } = words;
  for (const count of [0, 1]) await screen.findByText((text) => text.endsWith(codes(count)));
  return shown;
};

describe('A5: the question whether two orders are one', () => {
  test('A5: it says both: number and value, purchaser, who wrote them, and their codes', async () => {
    await ask();
    await screen.findByText('Order 4500218837 finns två gånger. Säg om det är samma.');
    const [first, second] = [
      await screen.findByText(/^Order 4500218837, 25/),
      await screen.findByText(/^Order 4500218837, 26/),
    ];
    const rowOf = (title: HTMLElement): string => title.parentElement?.textContent ?? '';
    await expect
      .poll(() => rowOf(first))
      .toMatch(/Sara Lindholm, innehall@nordby\.example .*Inskriven av Sara Lindholm .*inga koder/);
    expect(rowOf(second)).toMatch(/Från ett kalkylblad, importerat av Sara Lindholm .*1 kod/);
  });

  test('A5: it says what happens to a step that the older one has already', async () => {
    await ask();
    await screen.findByText(
      /Ett steg som den äldre redan har, till exempel hämtad, behåller den som det är\./,
    );
  });

  test.each([
    ['2026-09-01', 'Orderdagen blir 1 sep 2026: något hände före den äldres orderdag.'],
    ['', 'En dag ligger då före orderdagen. Rätta orderdagen eller steget när de är en order.'],
  ])(
    'A4, A5: it says which day the order gets, or that days do not fit: the younger of "%s"',
    async (day, sentence) => {
      const write = async (id: string, change: (order: CreditOrder) => CreditOrder) =>
        valueOf(await app.records.change(id, (order) => ok(change(order as CreditOrder))));
      await write(OLDER, (order) => ({
        ...order,
        data: { ...order.data, orderDate: '2026-09-10' },
        steps: order.steps.map((step) => ({ ...step, on: '2026-09-10' })),
      }));
      await write(YOUNGER, (order) => ({ ...order, data: { ...order.data, orderDate: day } }));
      await ask();
      await screen.findByText((shown) => plain(shown) === sentence);
    },
  );

  test('A5: a finger on a phone says that they are one, and one tap takes it back', async () => {
    await ask();
    const button = await screen.findByRole('button', { name: 'Slå ihop dem' });
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(390);
    await fingerOn(button);
    await screen.findByText('De är nu en order');
    expect(await orderAt(YOUNGER)).toMatchObject({
      trashedOn: app.today,
      data: { joinedTo: OLDER },
    });
    expect((await app.records.find({ parent: OLDER, kind: 'redemption-code' })).length).toBe(1);
    await undoLast();
    expect(await orderAt(YOUNGER)).toMatchObject({ trashedOn: '', data: { meets: OLDER } });
    expect((await app.records.find({ parent: YOUNGER, kind: 'redemption-code' })).length).toBe(1);
  });

  test('A5: in the trash the newer one leads to the order that it is', async () => {
    valueOf(await joinOrders(app.records, { younger: YOUNGER, older: OLDER }, ''));
    showWith(
      app,
      TrashedRecord,
      { id: YOUNGER, onleft: () => undefined },
      'sv',
      await loadTrashText('sv'),
    );
    const link = await screen.findByRole('link', {
      name: 'Den är samma order som en annan. Visa den',
    });
    expect(link.getAttribute('href')).toMatch(new RegExp(`/credit/${OLDER}$`));
  });

  test('A5: a finger says that they are two, and both count from then on', async () => {
    await ask();
    await fingerOn(await screen.findByRole('radio', { name: /^Två olika order/ }));
    await fingerOn(await screen.findByRole('button', { name: 'Behåll båda' }));
    await screen.findByText('Båda är kvar');
    expect(await noteOrdersMet(app.opened.database.records)).toEqual([]);
    const rows = homeRows([await orderAt(OLDER), await orderAt(YOUNGER)], app.today);
    expect(rows.map(({ deadline }) => deadline.rule)).toEqual([INBOX_RULE, INBOX_RULE]);
    await undoLast();
    expect((await orderAt(YOUNGER)).data.meets).toBe(OLDER);
  });

  test('A5: home asks it under do now, the order leads to it, and the list counts one of them', async () => {
    const [row] = homeRows([await orderAt(YOUNGER)], app.today);
    expect(row).toMatchObject({ days: undefined, action: 'answer-whether-one-order' });
    expect(rowWords(row!, shellTexts('sv'), app.today)).toMatchObject({
      title: 'Är det samma order?',
      number: '?',
    });
    const detail = showWith(app, OrderDetail, { orderId: YOUNGER }, 'sv', texts('sv'));
    const link = await screen.findByRole('link', { name: /^Är det samma order\?/ });
    expect(link.getAttribute('href')).toMatch(new RegExp(`/conflicts/${YOUNGER}$`));
    detail.unmount();
    const rows = groupOrders(
      (await app.records.find({ kind: 'credit-order' })) as CreditOrder[],
      app.today,
    );
    expect(unredeemed(rows)).toMatchObject([{ amount: '25000.00', orders: 1 }]);
  });

  test.each(['light', 'dark'] as const)(
    'X14: axe finds nothing in the %s theme, in English',
    async (theme) => {
      inTheme(theme);
      await ask('en');
      await screen.findByRole('heading', { level: 1, name: 'Is it the same order?' });
      expect(await faults()).toEqual([]);
    },
  );
});

test('A5: an order that is typed with the number of another one is asked about as well, on one device alone', async () => {
  await addOrder(
    app,
    [['ordered', '2026-09-01']],
    { orderNumber: '4500-218837' },
    '019fffff-0000-7000-8000-000000000003',
  );
  expect(await noteOrdersMet(app.opened.database.records)).toHaveLength(1);
});

test('A8: of two expired orders that may be one only the older is asked for again, from the list and from its own screen', async () => {
  const expired = [
    ['ordered', '2026-05-01'],
    ['ready', '2026-05-14'],
  ] as const;
  await addOrder(app, expired, { orderNumber: '77' }, 'a'.repeat(32));
  const older = '019fffff-0000-7000-8000-000000000004';
  await addOrder(app, expired, { orderNumber: '77' }, older);
  expect(await noteOrdersMet(app.opened.database.records)).toEqual(['a'.repeat(32)]);
  const list = showWith(app, CreditList, {}, 'sv', texts('sv'));
  const link = await screen.findByRole('link', { name: creditSwedish.list.resend(1) });
  expect(link.getAttribute('href')).toMatch(new RegExp(`orders=${older}$`));
  list.unmount();
  const own = showWith(app, OrderDetail, { orderId: older }, 'sv', texts('sv'));
  await screen.findByRole('link', { name: creditSwedish.order.resend });
  own.unmount();
  showWith(app, OrderDetail, { orderId: 'a'.repeat(32) }, 'sv', texts('sv'));
  await screen.findByRole('link', { name: /^Är det samma order\?/ });
  expect(screen.queryByRole('link', { name: creditSwedish.order.resend })).toBeNull();
});

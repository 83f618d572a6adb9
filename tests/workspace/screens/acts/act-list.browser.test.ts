import { screen, waitFor, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { describe, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { newBatch } from '#programmes/apple-credit/rules/code/code-batch-commands.ts';
import { newCode, redeem } from '#programmes/apple-credit/rules/code/code-commands.ts';
import {
  codeState,
  type RedemptionCode,
} from '#programmes/apple-credit/rules/code/redemption-code.ts';
import { purchaserRows } from '#programmes/apple-credit/rules/purchaser/purchasers.ts';
import { lastOf } from '#core/record/step.ts';
import type { Language } from '#core/language/language.ts';
import { actStoreOf } from '#workspace/screens/acts/way-back.ts';
import type { App } from '#ui/app.svelte.ts';
import { codesOf, handOutCodes } from '#programmes/apple-credit/work/code/code-actions.ts';
import CodeList from '#programmes/apple-credit/screens/code/CodeList.svelte';
import OrderDetail from '#programmes/apple-credit/screens/order/OrderDetail.svelte';
import { judge } from '#programmes/apple-credit/work/purchaser/judge.ts';
import { recordOnAll } from '#programmes/apple-credit/work/order/record-on-all.ts';
import { toasts } from '#ui/toast.svelte.ts';
import { loadTrashText } from '#workspace/screens/trash/load-trash-text.ts';
import TrashList from '#workspace/screens/trash/TrashList.svelte';
import { faults, inTheme } from '#tests/ui/axe.ts';
import {
  addOrder,
  openApp,
  showIn,
  showWith,
  stored,
} from '#tests/programmes/apple-credit/screens/credit-app.ts';

const TODAY = '2026-11-20';
const sealed = { key: 'k', iv: 'AAAA', text: 'BBBB' };
const idOf = (number: number): string => number.toString(16).padStart(32, '0');
/** An app whose lines at the foot are Swedish, whatever the browser's language is. */
const openSwedish = async () => {
  const opened = await openApp();
  opened.app.settings.change({ language: 'sv' });
  return opened;
};
const show = async (app: App, language: Language = 'sv') =>
  showWith(app, TrashList, { selected: undefined }, language, await loadTrashText(language));
const rows = async (label = 'Steg som kan ångras') =>
  within(await screen.findByRole('region', { name: label })).getAllByRole('listitem');

/** A batch of codes, three of which are handed out at once and one redeemed since. */
const handedOut = async (app: App): Promise<void> => {
  await app.records.create(
    newBatch('batch', { name: 'Läsresan', owner: '', orderNumber: '4500217304' }),
  );
  const codes = [1, 2, 3, 4].map((number) =>
    newCode({ id: idOf(number), parent: 'batch', usage: 'app', number, sealed }),
  );
  await app.records.insert(codes);
  await handOutCodes(actStoreOf(app), [1, 2, 3].map(idOf), { to: '7C', on: TODAY });
  const input = { account: 'alva@nordby.example', place: '', on: TODAY };
  await app.records.change(idOf(2), (code, doing) => redeem(code as RedemptionCode, input, doing));
};

describe('X12: steps that can be undone', () => {
  test('X12: many codes are taken back by a tap, but for one that was redeemed since, and the row goes', async () => {
    const { app } = await openSwedish();
    await handedOut(app);
    await show(app);
    const [row] = await rows();
    expect(row?.innerText.split('\n').filter(Boolean)).toEqual([
      '3 koder utlämnade',
      expect.stringMatching(/ · 7C · Läsresan · order 4500217304$|· 7C · Läsresan$/),
      '1 av 3 tas inte tillbaka: ändrade sedan dess',
      'Ångra',
    ]);
    await userEvent.click(screen.getByRole('button', { name: /^Ångra: 3 koder utlämnade/ }));
    await waitFor(() =>
      expect(toasts.current?.text).toBe('1 av 3 togs inte tillbaka: ändrade sedan dess'),
    );
    const states = (await codesOf(app.records, 'batch')).map((code) => codeState(code));
    expect(states).toEqual(['free', 'redeemed', 'free', 'free']);
    await waitFor(() => expect(screen.queryByRole('region')).toBeNull());
  });

  test('X12: the codes’ own list and their order say what was handed out, newest first, with the same way back', async () => {
    const { app } = await openSwedish();
    await handedOut(app);
    await app.records.create(newBatch('other', { name: 'Kartboken', owner: '' }));
    await app.records.insert([
      newCode({ id: idOf(9), parent: 'other', usage: 'app', number: 1, sealed }),
    ]);
    await handOutCodes(actStoreOf(app), [idOf(9)], { to: '9A', on: TODAY });
    const { unmount } = showIn(app, CodeList, { parentId: 'batch' });
    const undo = () =>
      screen.queryAllByRole('button', { name: /^Ångra: / }).map((element) => element.ariaLabel);
    // Where the name of the codes is the title, it is not said again; and nothing of the other
    // codes.
    await waitFor(() =>
      expect(undo()).toEqual([
        expect.stringMatching(/^Ångra: 3 koder utlämnade, .* · 7C, 1 av 3 tas/),
      ]),
    );
    expect(screen.queryByRole('button', { name: /^Visa alla/ })).toBeNull();
    await handOutCodes(actStoreOf(app), [idOf(4)], { to: '7B', on: TODAY });
    await waitFor(() =>
      expect(undo()).toEqual([expect.stringMatching(/^Ångra: 1 kod utlämnad, .* · 7B$/)]),
    );
    await userEvent.click(screen.getByRole('button', { name: 'Visa alla 2' }));
    expect(undo()).toHaveLength(2);
    await userEvent.click(screen.getByRole('button', { name: /^Ångra: 3 koder/ }));
    await waitFor(() => expect(undo()).toEqual([expect.stringMatching(/^Ångra: 1 kod utlämnad/)]));
    const states = (await codesOf(app.records, 'batch')).map((code) => codeState(code));
    expect(states).toEqual(['free', 'redeemed', 'free', 'handed-out']);
    unmount();

    await addOrder(app, [['downloaded', '2026-11-12']], {}, 'o1');
    const codes = [5, 6].map((number) =>
      newCode({ id: idOf(number), parent: 'o1', usage: 'credit', number, sealed }),
    );
    await app.records.insert(codes);
    showIn(app, OrderDetail, { orderId: 'o1' });
    await handOutCodes(
      actStoreOf(app),
      codes.map(({ id }) => id),
      { to: '8A', on: TODAY },
    );
    await waitFor(() =>
      expect(undo()).toEqual([expect.stringMatching(/^Ångra: 2 koder utlämnade, .* · 8A$/)]),
    );
  });

  test('A3: a verdict is undone on all orders that it rejected', async () => {
    const { app } = await openSwedish();
    const orders = [
      await addOrder(app, [['ordered', '2026-11-02']], {}, 'o1'),
      await addOrder(app, [['ordered', '2026-11-03']], { orderNumber: '4500219901' }, 'o2'),
    ];
    const [row] = purchaserRows([], orders, TODAY);
    await judge(actStoreOf(app), row!, { kind: 'rejected', on: TODAY, note: 'Okänt konto' });
    await show(app);
    expect((await rows())[0]?.innerText).toMatch(/^Innehållsköpare avvisad\s.* · Sara Lindholm$/m);
    await userEvent.click(screen.getByRole('button', { name: /^Ångra: Innehållsköpare avvisad/ }));
    await waitFor(() => expect(toasts.current?.text).toBe('Steget är ångrat'));
    for (const id of ['o1', 'o2'])
      expect(lastOf((await stored<{ steps: never[] }>(app, id)).steps, 'rejected')).toBeUndefined();
  });

  test('X12: three rows come before the trash, the others after a tap; in English, light and dark without a fault', async () => {
    await page.viewport(390, 844);
    const { app } = await openSwedish();
    await handedOut(app);
    await addOrder(
      app,
      [
        ['ordered', '2026-07-02'],
        ['ready', '2026-07-03'],
      ],
      {},
      'o1',
    );
    for (const kind of ['resend-requested', 'resent', 'resend-requested'] as const)
      await recordOnAll(actStoreOf(app), ['o1'], { kind, on: TODAY });
    await handOutCodes(actStoreOf(app), [idOf(4)], { to: '7B', on: TODAY });
    for (let at = 0; at < 2; at += 1) {
      await addOrder(app, [['ordered', '2026-07-02']], { orderNumber: `450021990${at}` }, `p${at}`);
      await recordOnAll(actStoreOf(app), [`p${at}`], { kind: 'validated', on: TODAY });
    }
    await show(app, 'en');
    await waitFor(async () => expect(await rows('Steps that can be undone')).toHaveLength(3));
    for (const theme of ['light', 'dark'] as const) {
      inTheme(theme);
      expect(await faults()).toEqual([]);
    }
    await userEvent.click(screen.getByRole('button', { name: 'Show all 5' }));
    // Two of the three resend steps have a later one on them: they come back into the list when
    // that is undone.
    expect(
      (await rows('Steps that can be undone')).map(({ innerText }) => innerText.split('\n')[0]),
    ).toEqual([
      'Content purchaser approved',
      'Content purchaser approved',
      '1 code handed out',
      'Resend requested, 1 order',
      '3 codes handed out',
    ]);
  });
});

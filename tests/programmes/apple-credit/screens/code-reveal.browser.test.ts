import { screen, waitFor, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { describe, expect, test } from 'vitest';
import { redeem } from '#programmes/apple-credit/rules/code/code-commands.ts';
import { revealsOf } from '#programmes/apple-credit/rules/code/code-log.ts';
import {
  codeState,
  type RedemptionCode,
} from '#programmes/apple-credit/rules/code/redemption-code.ts';
import { redeemedStep } from '#programmes/apple-credit/import/plan/writes.ts';
import { letOrdersFollow } from '#programmes/apple-credit/work/order/follow-orders.ts';
import { redemptionLink } from '#programmes/apple-credit/import/read/typed-code.ts';
import { page } from 'vitest/browser';
import { newBatch } from '#programmes/apple-credit/rules/code/code-batch-commands.ts';
import { ok, refuse } from '#core/result.ts';
import type { App } from '#ui/app.svelte.ts';
import { correctHandedOut, handOutCode } from '#programmes/apple-credit/work/code/code-actions.ts';
import CodeSheet from '#programmes/apple-credit/screens/code/CodeSheet.svelte';
import { Reveal, type RevealParts } from '#programmes/apple-credit/screens/code/reveal.svelte.ts';
import { PASSPHRASE } from '#tests/factories/vaults.ts';
import { faults, inTheme } from '#tests/ui/axe.ts';
import { qrSays } from '#tests/ui/qr-says.ts';
import OrderWithCode from './OrderWithCode.svelte';
import { addOrder, addSealedCode, openApp, showIn, stored } from './credit-app.ts';

const PLAIN = 'XK7M4QTP9WRD2HVN';
const parts = (app: App): RevealParts => ({
  records: app.records,
  vault: app.vault,
  clock: app.clock,
  askUnlock: () => app.askUnlock(),
});

const open = async (usage: 'credit' | 'app' = 'credit') => {
  const { app, clock } = await openApp();
  if (usage === 'credit') await addOrder(app, [['downloaded', '2026-10-12']]);
  else await app.records.create(newBatch('order-1', { name: 'Läsresan', owner: '' }));
  const { id } = await addSealedCode(app, PLAIN, 'order-1', { usage });
  const reveal = new Reveal(parts(app), id);
  showIn(app, CodeSheet, { codeId: id, reveal, onclose: () => undefined });
  await screen.findByRole('heading', { name: 'Inlösningskod' });
  const code = () => stored<RedemptionCode>(app, id);
  return { app, clock, id, reveal, code };
};

const press = async (name: string) => userEvent.click(await screen.findByRole('button', { name }));
const look = async (reason: string) => {
  const reasons = await screen.findByRole('group', { name: 'Varför öppnar du koden?' });
  await userEvent.click(within(reasons).getByRole('button', { name: reason }));
};
const face = () => screen.queryByRole('group', { name: 'Inlösningskod' })?.textContent ?? '';
const isShown = () => waitFor(() => expect(face()).toBe(PLAIN));
const isHidden = () =>
  waitFor(() => expect(document.documentElement.outerHTML).not.toContain(PLAIN.slice(0, 4)));

describe('showing a code', () => {
  test('A6: one tap with a reason shows it in groups of four, as QR code, and logs who, when and why', async () => {
    const { app, code } = await open();
    expect(face()).toBe('');
    expect(revealsOf(await code())).toEqual([]);
    await look('Lösa in');
    await isShown();
    expect(screen.getByText('2HVN')).toBeTruthy();
    expect(screen.getByText('Döljs om 60 sekunder')).toBeTruthy();
    expect(await qrSays('QR-kod med inlösningskoden')).toBe(PLAIN);
    expect(revealsOf(await code())).toMatchObject([
      { by: app.me, on: '2026-11-20', data: { reason: 'redeem' } },
    ]);
    expect(await screen.findByText('Du, för att lösa in')).toBeTruthy();
    await look('Kontrollera');
    await screen.findByText('Du, för att kontrollera');
    expect(revealsOf(await code())).toHaveLength(2);
  });

  test('A6: an app code is a link as QR code, built when shown', async () => {
    const { id, app } = await open('app');
    await look('Lämna ut');
    await isShown();
    expect(await qrSays('QR-kod med länk för att lösa in')).toBe(redemptionLink(PLAIN));
    expect(JSON.stringify(await app.records.get(id))).not.toContain('apps.apple.com');
  });

  test('A6: nothing is shown before the view is written to the log', async () => {
    const { app, id, code } = await open();
    let seen: string | undefined;
    const watched = new Reveal(
      {
        ...parts(app),
        vault: {
          ...app.vault,
          open: async (...given) => {
            seen = revealsOf(await code())[0]?.data?.reason;
            return app.vault.open(...given);
          },
        },
      },
      id,
    );
    await watched.show('check');
    expect(seen).toBe('check');
    expect(watched.code).toBe(PLAIN);
    const refused = new Reveal(
      {
        ...parts(app),
        records: { ...app.records, change: () => Promise.resolve(refuse('record-is-gone')) },
      },
      id,
    );
    expect(await refused.show('check')).toEqual({ code: 'record-is-gone' });
    expect(refused.code).toBeUndefined();
  });

  test('A6: the code is in no title, address, history or live region', async () => {
    await open();
    await look('Lösa in');
    await isShown();
    expect(document.title + location.href + JSON.stringify(history.state)).not.toContain(
      PLAIN.slice(0, 4),
    );
    for (const region of document.querySelectorAll(
      '[aria-live], [role="status"], [role="alert"], [role="log"]',
    ))
      expect(region.textContent).not.toContain(PLAIN.slice(0, 4));
    for (const link of document.querySelectorAll('a')) expect(link.href).not.toContain(PLAIN);
  });
});

describe('hiding a code', () => {
  test('A6: after sixty seconds of the clock', async () => {
    const { clock, reveal } = await open();
    await look('Lösa in');
    await isShown();
    clock.time += 59_000;
    reveal.tick();
    expect(await screen.findByText('Döljs om 1 sekund')).toBeTruthy();
    expect(face()).toBe(PLAIN);
    clock.time += 1_000;
    reveal.tick();
    await isHidden();
  });

  test.each<[string, () => void]>([
    ['the window loses the focus', () => window.dispatchEvent(new Event('blur'))],
    ['the page is left', () => window.dispatchEvent(new PageTransitionEvent('pagehide'))],
  ])('X9: at once when %s', async (_, leave) => {
    await open();
    await look('Lösa in');
    await isShown();
    leave();
    await isHidden();
  });

  test('X9: at once when the app is out of sight', async () => {
    await open();
    await look('Lösa in');
    await isShown();
    Object.defineProperty(document, 'visibilityState', { value: 'hidden', configurable: true });
    document.dispatchEvent(new Event('visibilitychange'));
    Reflect.deleteProperty(document, 'visibilityState');
    await isHidden();
  });

  test('X9: at once when the vault is locked; a tap asks for the passphrase, then shows', async () => {
    const { app } = await open();
    await look('Lösa in');
    await isShown();
    app.vault.lock();
    await isHidden();
    expect(await screen.findByText('Koderna är låsta. Lås upp för att visa den.')).toBeTruthy();
    await look('Lösa in');
    await waitFor(() => expect(app.unlockIsAsked).toBe(true));
    expect(face()).toBe('');
    await app.vault.unlock({ by: 'passphrase', text: PASSPHRASE });
    app.answerUnlock(true);
    await isShown();
  });

  test('X9: when the app was left while the vault still opened it', async () => {
    const { app, id } = await open();
    const slow = new Reveal(
      {
        ...parts(app),
        vault: {
          ...app.vault,
          open: async (...given) => {
            slow.hide();
            return app.vault.open(...given);
          },
        },
      },
      id,
    );
    await slow.show('check');
    expect(slow.code).toBeUndefined();
  });

  test('X9: a declined unlock shows and logs nothing', async () => {
    const { app, code } = await open();
    app.vault.lock();
    await look('Kontrollera');
    await waitFor(() => expect(app.unlockIsAsked).toBe(true));
    app.answerUnlock(false);
    await waitFor(() => expect(app.unlockIsAsked).toBe(false));
    expect([face(), revealsOf(await code())]).toEqual(['', []]);
  });
});

describe('redeeming and handing out', () => {
  test('A6: redeemed with account, place and day; the order follows; a mistake is corrected with a reason', async () => {
    const { app, code } = await open();
    await press('Markera som inlöst');
    const account = await screen.findByLabelText('Apple-ID som löste in');
    await userEvent.clear(account);
    await userEvent.type(account, 'hej');
    await userEvent.type(await screen.findByLabelText('Var'), 'Apple School Manager');
    expect(screen.getByText('Det ser inte ut som en e-postadress.')).toBeTruthy();
    await userEvent.clear(account);
    await userEvent.type(account, 'innehall@nordby.example');
    await press('Markera som inlöst');
    await screen.findByText('Inlöst 20 nov');
    expect(screen.queryByRole('button', { name: 'Lösa in' })).toBeNull();
    expect((await code()).steps.at(-1)).toMatchObject({
      data: { account: 'innehall@nordby.example', place: 'Apple School Manager' },
    });
    await waitFor(async () => {
      const order = await app.records.get('order-1');
      expect(order?.steps.at(-1)).toMatchObject({ kind: 'redeemed', on: '2026-11-20' });
    });
    await press('Rätta');
    const reason = await screen.findByLabelText<HTMLInputElement>('Varför');
    expect([reason.required, screen.getByText('krävs').isConnected]).toEqual([true, true]);
    await press('Inte inlöst');
    expect(await screen.findByText('Skriv varför, det står kvar i historiken.')).toBeTruthy();
    await userEvent.type(screen.getByLabelText('Varför'), 'Fel kod');
    await press('Inte inlöst');
    await screen.findByRole('button', { name: 'Lösa in' });
    expect(codeState(await code())).toBe('free');
    expect((await app.records.get('order-1'))?.steps.at(-1)).toMatchObject({
      kind: 'withdrawn',
      reason: 'Fel kod',
    });
  });

  test('A6: a redeemed code asks once more before it is shown', async () => {
    const { app, id, code } = await open();
    const input = { account: 'innehall@nordby.example', place: '', on: '2026-11-19' };
    await app.records.change(id, (now, doing) => redeem(now as RedemptionCode, input, doing));
    expect(await screen.findByText('Inlöst 19 nov')).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Kontrollera' })).toBeNull();
    await press('Visa ändå');
    expect(revealsOf(await code())).toEqual([]);
    await look('Kontrollera');
    await isShown();
  });

  test('A5: a code that a sheet called redeemed names the sheet', async () => {
    const { app, id } = await open('app');
    const doing = app.records.doing();
    const step = redeemedStep({ run: 'run-1', file: 'f', fileName: 'koder-2.csv', doing });
    await app.records.change(id, (code) => ok({ ...code, steps: [...code.steps, step] }));
    expect(await screen.findByText('Inlöst, filen säger inte vilken dag')).toBeTruthy();
    expect(screen.getByText(/, enligt koder-2\.csv$/)).toBeTruthy();
  });

  test('A4: whoever says on which day a code was redeemed says it of its order too', async () => {
    const { app, id, code } = await open();
    const doing = app.records.doing();
    const step = redeemedStep({ run: 'run-1', file: 'f', fileName: 'koder-2.csv', doing });
    await app.records.change(id, (now) => ok({ ...now, steps: [...now.steps, step] }));
    await letOrdersFollow(app.records, ['order-1']);
    await press('Rätta');
    const day = await screen.findByLabelText<HTMLInputElement>('Dag');
    expect(day.value).toBe('');
    await userEvent.type(day, '2026-11-18');
    await userEvent.type(screen.getByLabelText('Varför'), 'Kvittot');
    await press('Spara rättelsen');
    expect(await screen.findByText('Inlöst 18 nov')).toBeTruthy();
    expect(codeState(await code())).toBe('redeemed');
    await waitFor(async () => {
      const order = await app.records.get('order-1');
      expect(order?.steps.at(-1)).toMatchObject({ on: '2026-11-18', reason: 'Kvittot' });
    });
  });

  test('A6: an app code is handed out to someone, and taken back by undo', async () => {
    const { code } = await open('app');
    await press('Lämna ut koden');
    const dialog = within(screen.getByRole('dialog'));
    await userEvent.click(dialog.getByRole('button', { name: 'Lämna ut' }));
    expect(await dialog.findByText('Skriv vem som får koden.')).toBeTruthy();
    await userEvent.type(dialog.getByLabelText('Till vem'), '7B, Alva Nyström');
    await userEvent.click(dialog.getByRole('button', { name: 'Lämna ut' }));
    await dialog.findByText('Utlämnad till 7B, Alva Nyström, 20 nov');
    expect(codeState(await code())).toBe('handed-out');
    // Out already: "hand out" is only a reason to look at it any more.
    expect(dialog.getAllByRole('button', { name: /Lämna ut/ })).toEqual([
      within(dialog.getByRole('group', { name: 'Varför öppnar du koden?' })).getByRole('button', {
        name: 'Lämna ut',
      }),
    ]);
    // A real press, which reaches nothing under the sheet.
    await page.getByRole('dialog').getByRole('button', { name: 'Ångra' }).click();
    await waitFor(async () => expect(codeState(await code())).toBe('free'));
  });

  test('A6: a code that is handed out is corrected, not handed out again; the first receiver stays in its history', async () => {
    const { app, id, code } = await open('app');
    await handOutCode(app.records, id, { to: '7B', on: '2026-11-12' });
    await screen.findByText('Utlämnad till 7B, 12 nov', { selector: '.title' });
    const dialog = within(screen.getByRole('dialog'));
    await waitFor(() =>
      expect(dialog.queryByRole('button', { name: 'Lämna ut koden' })).toBeNull(),
    );
    await press('Rätta');
    const to = screen.getByLabelText<HTMLInputElement>('Till vem');
    expect(to.value).toBe('7B');
    await userEvent.clear(to);
    await userEvent.type(to, '9Z');
    await press('Spara rättelsen');
    expect(await dialog.findByText('Skriv varför, det står kvar i historiken.')).toBeTruthy();
    await userEvent.type(screen.getByLabelText('Varför'), 'Fel klass');
    await press('Spara rättelsen');
    await screen.findByText('Utlämnad till 9Z, 12 nov', { selector: '.title' });
    const history = () =>
      within(dialog.getByRole('region', { name: 'Historik' }))
        .getAllByRole('listitem')
        .map((line) => line.innerText.split('\n')[0]);
    expect(history()).toEqual([
      'Rättat: Utlämnad till 9Z, 12 nov. Fel klass',
      'Utlämnad till 7B, 12 nov',
    ]);
    expect(await dialog.findAllByText(/^Sara Lindholm, i dag \d\d:\d\d$/)).toHaveLength(2);
    await press('Rätta');
    await userEvent.type(await screen.findByLabelText('Varför'), 'Ingen fick den');
    await press('Inte utlämnad');
    await waitFor(async () => expect(codeState(await code())).toBe('free'));
    await waitFor(() => expect(history()[0]).toBe('Utlämningen togs tillbaka: Ingen fick den'));
    expect(dialog.getByRole('button', { name: 'Lämna ut koden' })).toBeTruthy();
  });
});

test('X14: the words for a code’s state are apart from the code, and its history is there once', async () => {
  const { app, id } = await open('app');
  const dialog = within(await screen.findByRole('dialog'));
  const history = () => dialog.queryAllByText('Historik').length;
  await waitFor(() => expect(history()).toBe(1));
  await handOutCode(app.records, id, { to: '7B', on: '2026-11-12' });
  const line = await screen.findByText('Utlämnad till 7B, 12 nov', { selector: '.title' });
  const [note, face] = [line.closest('.banner'), document.querySelector('.face')?.closest('.card')];
  const gap =
    (face?.getBoundingClientRect().top ?? 0) - (note?.getBoundingClientRect().bottom ?? 0);
  expect(gap).toBe(12);
  await correctHandedOut(app.records, id, { to: '9Z', on: '2026-11-12', reason: 'Fel klass' });
  await dialog.findByRole('region', { name: 'Historik' });
  expect(history()).toBe(1);
  expect(dialog.getByRole('button', { name: 'Alla ändringar' })).toBeTruthy();
});

describe.each(['light', 'dark'] as const)('X14: a code in the %s theme', (theme) => {
  test('X14: axe finds nothing, hidden or shown', async () => {
    inTheme(theme);
    const { app } = await openApp();
    await addOrder(app, [['downloaded', '2026-10-12']]);
    const { id } = await addSealedCode(app, PLAIN);
    showIn(app, OrderWithCode, { orderId: 'order-1', codeId: id });
    await screen.findByRole('group', { name: 'Varför öppnar du koden?' });
    expect(await faults()).toEqual([]);
    await look('Lösa in');
    await screen.findByRole('img', { name: 'QR-kod med inlösningskoden' });
    await Promise.all(document.getAnimations().map(({ finished }) => finished));
    expect(await faults()).toEqual([]);
  });
});

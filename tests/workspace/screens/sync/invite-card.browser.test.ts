import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import type { DoorsOf } from '#data/sync/server/accounts-client.ts';
import type { Language } from '#core/language/language.ts';
import { people as english } from '#workspace/words/en/sync-people.ts';
import { sync as syncEnglish } from '#workspace/words/en/sync.ts';
import { people as swedish } from '#workspace/words/sv/sync-people.ts';
import { sync as syncSwedish } from '#workspace/words/sv/sync.ts';
import type { App } from '#ui/app.svelte.ts';
import { Inviting } from '#workspace/screens/people/invitation.svelte.ts';
import { copyText } from '#platform/browser/clipboard.ts';
import { outOfSightFor } from '#tests/factories/out-of-sight.ts';
import type { SetClock } from '#tests/factories/set-clock.ts';
import { PASSPHRASE } from '#tests/factories/vaults.ts';
import InviteCard from '#workspace/screens/people/InviteCard.svelte';
import { faults } from '#tests/ui/axe.ts';
import { openApp, showWith } from '#tests/programmes/apple-credit/screens/credit-app.ts';

const HALF_HOUR = 1_800_000;
const PATIENT = { timeout: 60_000 };

/** A server that has one invitation at most. */
const oneDoor = (): DoorsOf => {
  let waiting: { id: string; role: 'member'; leftMs: number }[] = [];
  return {
    invitations: () => Promise.resolve({ ok: true, value: waiting }),
    invite: () => {
      waiting = [{ id: 'i1', role: 'member', leftMs: HALF_HOUR }];
      return Promise.resolve({
        ok: true,
        value: { id: 'i1', invitation: 'let-me-in', leftMs: HALF_HOUR },
      });
    },
    takeBack: () => {
      waiting = [];
      return Promise.resolve({ ok: true, value: undefined });
    },
  } as unknown as DoorsOf;
};

let app: App;
let clock: SetClock;
let inviting: Inviting;
beforeEach(async () => {
  ({ app, clock } = await openApp());
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

const show = async (language: Language = 'sv') => {
  inviting = new Inviting({
    doors: oneDoor(),
    vault: app.vault,
    join: 'https://volym.nordby.example/join',
    askUnlock: () => app.askUnlock('all'),
    names: () => ({ workspace: 'Nordby IT', person: 'Sara Lindholm' }),
    now: () => clock.now(),
  });
  const words = language === 'sv' ? swedish : english;
  const given = { inviting, arrived: 1, now: () => clock.now(), onused: () => undefined };
  const texts = { people: words, sync: language === 'sv' ? syncSwedish : syncEnglish };
  showWith(app, InviteCard, given, language, texts);
  await page.getByRole('button', { name: words.make }).click();
  await expect.element(page.getByRole('img', { name: words.qr })).toBeVisible();
  return words;
};
const button = (name: string) => page.getByRole('button', { name, exact: true });

describe('X9: an invitation that was made', () => {
  test.each(['sv', 'en'] as const)(
    'X9: is out of sight while the vault is locked, and there again when it was unlocked: %s',
    async (language) => {
      const words = await show(language);
      const { made } = inviting;
      outOfSightFor(clock, 60_000);
      expect(app.vault.isOpen).toBe(false);
      await expect.element(page.getByText(words.hidden)).toBeVisible();
      for (const gone of [
        page.getByRole('img', { name: words.qr }),
        button(words.copy),
        button(words.share),
      ])
        await expect.element(gone).not.toBeInTheDocument();
      expect(document.body.innerHTML).not.toContain('let-me-in');
      // The heading of the screen is not part of the card.
      expect((await faults()).filter((fault) => !fault.startsWith('page-has-heading-one'))).toEqual(
        [],
      );
      await button(words.show).click();
      expect(app.unlockIsAsked).toBe(true);
      await app.vault.unlock({ by: 'passphrase', text: PASSPHRASE });
      app.answerUnlock(true);
      await expect.element(page.getByRole('img', { name: words.qr })).toBeVisible();
      await expect.element(button(words.copy)).toBeVisible();
      expect(inviting.made).toBe(made);
    },
  );

  test('X9: can be taken back by who finds it locked', async () => {
    const words = await show();
    app.vault.lock();
    await button(words.takeBack).click();
    await expect.element(button(words.make)).toBeVisible();
  });

  test('A6: its link leaves the clipboard after a minute', async () => {
    const written = vi.spyOn(navigator.clipboard, 'writeText').mockResolvedValue();
    // What an earlier test copied may still wait for a chance to be cleared.
    await copyText('');
    written.mockClear();
    const words = await show();
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    button(words.copy)
      .element()
      .dispatchEvent(new MouseEvent('click', { bubbles: true }));
    await vi.waitFor(() => expect(written.mock.calls).toEqual([[inviting.made?.link]]), PATIENT);
    await vi.advanceTimersByTimeAsync(60_000);
    await vi.waitFor(
      () => expect(written.mock.calls).toEqual([[inviting.made?.link], ['']]),
      PATIENT,
    );
  });
});

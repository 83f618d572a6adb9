import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { forgetDeviceKeys } from '#data/vault/device-keys.ts';
import type { Vault } from '#data/vault/vault.ts';
import { watchPresence } from '#platform/browser/presence.ts';
import type { SetClock } from '#tests/factories/set-clock.ts';
import { PASSPHRASE, vaultInHand } from '#tests/factories/vaults.ts';

/** How long a page may be out of sight (ms). */
const LIMIT = 60_000;

let vault: Vault;
let clock: SetClock;
let end: () => Promise<void>;
beforeEach(async () => {
  const made = await vaultInHand();
  clock = made.clock;
  vault = made.again({ watch: watchPresence });
  await vault.unlock({ by: 'passphrase', text: PASSPHRASE });
  // A frozen page runs no timer: none is to be what locks.
  vi.useFakeTimers({ toFake: ['setTimeout', 'setInterval'] });
  end = async () => {
    vi.useRealTimers();
    Reflect.deleteProperty(document, 'visibilityState');
    for (const either of [vault, made.vault]) either.close();
    await forgetDeviceKeys(made.workspaceId);
  };
});
afterEach(() => end());

const visibility = (state: DocumentVisibilityState): void => {
  Object.defineProperty(document, 'visibilityState', { configurable: true, get: () => state });
};
const turn = (state: DocumentVisibilityState): void => {
  visibility(state);
  document.dispatchEvent(new Event('visibilitychange'));
};
const pageTurns = (type: 'pagehide' | 'pageshow'): void =>
  void window.dispatchEvent(new PageTransitionEvent(type, { persisted: true }));

/** What a browser tells, in its order, of a page that goes away; and of one that comes back. */
const GOING = {
  'kept for the way back': () => {
    pageTurns('pagehide');
    turn('hidden');
  },
  'kept for the way back, and told of nothing else': () => pageTurns('pagehide'),
  'hidden and then frozen': () => {
    turn('hidden');
    document.dispatchEvent(new Event('freeze'));
  },
} as const;
const COMING = {
  'it is shown again': () => {
    visibility('visible');
    pageTurns('pageshow');
  },
  'it is in sight again': () => turn('visible'),
  'its window has the focus again': () => {
    visibility('visible');
    window.dispatchEvent(new FocusEvent('focus'));
  },
} as const;

const ways = Object.entries(GOING).flatMap(([went, go]) =>
  Object.entries(COMING).map(([came, come]) => ({ went, came, go, come })),
);

describe('X9: a page whose timers stopped while it was away', () => {
  test.each(ways)(
    'X9: $went, is locked before anything else once $came too late',
    ({ go, come }) => {
      go();
      clock.time += LIMIT;
      expect(vault.isOpen).toBe(true);
      // In the event itself: nothing is drawn, and no script goes on, with a vault that is open.
      come();
      expect(vault.isOpen).toBe(false);
    },
  );

  test.each(ways)(
    'X9: $went, goes on open where $came in time, and counts again',
    ({ go, come }) => {
      let hidden = 0;
      vault.onHide(() => (hidden += 1));
      go();
      expect(hidden).toBeGreaterThan(0);
      clock.time += LIMIT - 1;
      come();
      clock.time += 2;
      come();
      expect(vault.isOpen).toBe(true);
    },
  );
});

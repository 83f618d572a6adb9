import { afterEach, describe, expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import { openSettings } from '#data/device/settings.ts';
import { deviceKeysOf, forgetDeviceKeys } from '#data/vault/device-keys.ts';
import { VaultLocked } from '#data/vault/held-keys.ts';
import { watchPresence } from '#platform/browser/presence.ts';
import { keptStorage } from '#tests/factories/kept-storage.ts';
import {
  KIT,
  makeKeyring,
  PASSPHRASE,
  vaultInHand,
  type VaultInHand,
} from '#tests/factories/vaults.ts';

const right = { by: 'passphrase', text: PASSPHRASE } as const;
const wrong = { by: 'passphrase', text: 'lykta granit pendel kanal vinter' } as const;
const place = { id: 'code-1', field: 'sealed' };

const open: VaultInHand[] = [];
const inHand = async (): Promise<VaultInHand> => {
  const made = await vaultInHand();
  open.push(made);
  return made;
};

afterEach(async () => {
  for (const { vault, workspaceId } of open.splice(0)) {
    vault.close();
    await forgetDeviceKeys(workspaceId);
  }
});

const states = (vault: VaultInHand['vault']): string[] => {
  const seen: string[] = [];
  vault.state$.subscribe((state) => seen.push(state));
  return seen;
};

describe('X9: unlocking', () => {
  test('X9: the passphrase opens; a locked vault gives nothing', async () => {
    const { vault } = await inHand();
    const seen = states(vault);
    await expect(vault.seal('x', place)).rejects.toBeInstanceOf(VaultLocked);
    await expect(vault.fingerprint('x')).rejects.toBeInstanceOf(VaultLocked);
    await expect(vault.keyedId('x')).rejects.toBeInstanceOf(VaultLocked);
    expect(await vault.unlock(right)).toEqual({ ok: true, value: undefined });
    expect(vault.isOpen).toBe(true);
    const sealed = await vault.seal('FAKE-CODE', place);
    expect(await vault.open(sealed, place)).toBe('FAKE-CODE');
    vault.lock();
    expect([vault.isOpen, seen]).toEqual([false, ['locked', 'open', 'locked']]);
    await expect(vault.open(sealed, place)).rejects.toBeInstanceOf(VaultLocked);
  });

  test('X9: the kit alone opens what was sealed under the passphrase', async () => {
    const { vault, again } = await inHand();
    await vault.unlock(right);
    const sealed = await vault.seal('FAKE-CODE', place);
    const afterRestart = again();
    expect(
      await afterRestart.unlock({ by: 'recovery-kit', text: KIT.toUpperCase() }),
    ).toMatchObject({ ok: true });
    expect(await afterRestart.open(sealed, place)).toBe('FAKE-CODE');
    afterRestart.close();
  });

  test('X9: what is sealed under a key of another workspace does not open', async () => {
    const [mine, other] = [await inHand(), await inHand()];
    await mine.vault.unlock(right);
    await other.vault.unlock(right);
    const sealed = await other.vault.seal('FAKE-CODE', place);
    await expect(mine.vault.open(sealed, place)).rejects.toThrow(/does not hold/);
  });

  test('X9: ids under the id key stay the same and work while locked', async () => {
    const { vault, again, workspaceId } = await inHand();
    await vault.unlock(right);
    const id = await vault.keyedId('order', '4500218837');
    vault.lock();
    expect(await vault.keyedId('order', '4500218837')).toBe(id);
    const locked = again();
    expect(await locked.keyedId('order', '4500218837')).toBe(id);
    locked.close();
    const kept = await deviceKeysOf(workspaceId);
    expect([kept?.workspace.key.extractable, kept?.id.extractable]).toEqual([false, false]);
  });

  test('X9: a workspace that was just made is open', async () => {
    const { opened, keyring } = await makeKeyring();
    const { again } = await inHand();
    const vault = again({ opened, keyring: () => Promise.resolve(keyring.data) });
    expect(vault.isOpen).toBe(true);
    expect(await vault.open(await vault.seal('FAKE', place), place)).toBe('FAKE');
    vault.close();
  });

  test('X9: without a keyring it says so and counts nothing', async () => {
    const { again } = await inHand();
    const vault = again({ keyring: () => Promise.resolve(undefined) });
    expect(await vault.unlock(right)).toEqual({ ok: false, problem: { code: 'no-keyring' } });
    expect(vault.attempts()).toEqual({ count: 0, waitMs: 0 });
    vault.close();
  });
});

describe('X9: wrong answers', () => {
  test('X9: two are free, then each brings its wait; during it nothing is tried', async () => {
    const { vault, clock } = await inHand();
    for (const [attempt, waitMs] of [
      [1, 0],
      [2, 0],
      [3, 5_000],
      [4, 30_000],
      [5, 120_000],
      [6, 600_000],
      [7, 600_000],
    ]) {
      expect(await vault.unlock(wrong)).toEqual({
        ok: false,
        problem: { code: 'wrong-passphrase', params: { attempt, waitMs } },
      });
      if (waitMs === 0) continue;
      clock.time += 1_000;
      expect(await vault.unlock(right)).toEqual({
        ok: false,
        problem: { code: 'wait', params: { attempt, waitMs: (waitMs ?? 0) - 1_000 } },
      });
      clock.time += waitMs ?? 0;
    }
    expect(await vault.unlock(right)).toMatchObject({ ok: true });
    expect(vault.attempts()).toEqual({ count: 0, waitMs: 0 });
  });

  test('X9: a wrong kit counts with the wrong passphrases', async () => {
    const { vault } = await inHand();
    await vault.unlock(wrong);
    await vault.unlock(wrong);
    expect(await vault.unlock({ by: 'recovery-kit', text: 'segel bok' })).toEqual({
      ok: false,
      problem: { code: 'wrong-kit', params: { attempt: 3, waitMs: 5_000 } },
    });
  });

  test('X9: the wait survives a restart', async () => {
    const { clock, presence, again } = await inHand();
    const storage = keptStorage();
    const before = again({ settings: openSettings(storage) });
    for (let wrongs = 0; wrongs < 4; wrongs += 1) {
      await before.unlock(wrong);
      clock.time += 5_000 * Number(wrongs === 2);
    }
    before.close();
    clock.time += 10_000;
    const after = again({ settings: openSettings(storage), watch: presence.watch });
    expect(after.attempts()).toEqual({ count: 4, waitMs: 20_000 });
    expect(await after.unlock(right)).toMatchObject({
      problem: { code: 'wait', params: { waitMs: 20_000 } },
    });
    after.close();
  });

  test('X9: a clock set back begins the wait again and does not lock for ever', async () => {
    const { vault, clock } = await inHand();
    for (let wrongs = 0; wrongs < 3; wrongs += 1) await vault.unlock(wrong);
    clock.time -= 86_400_000;
    expect(vault.attempts()).toEqual({ count: 3, waitMs: 5_000 });
    clock.time += 5_000;
    expect(await vault.unlock(right)).toMatchObject({ ok: true });
  });

  test('X9: many answers given at once are tried one after the other', async () => {
    const { vault } = await inHand();
    const answers = await Promise.all(Array.from({ length: 6 }, () => vault.unlock(wrong)));
    const codes = answers.map((answer) => (answer.ok ? 'ok' : answer.problem.code));
    expect(codes).toEqual([...Array(3).fill('wrong-passphrase'), ...Array(3).fill('wait')]);
  });
});

describe('X9: wrong answers in several tabs', () => {
  test('X9: are one count, whatever the tabs have heard of each other', async () => {
    const { again } = await inHand();
    const storage = keptStorage();
    // Settings of their own, and nothing heard of the other's: as when both press at the same
    // moment.
    const tabs = [1, 2].map(() => again({ settings: openSettings(storage) }));
    const answers = await Promise.all([0, 1, 2, 3, 4, 5].map((at) => tabs[at % 2]!.unlock(wrong)));
    const codes = answers.map((answer) => (answer.ok ? 'ok' : answer.problem.code));
    expect(codes).toEqual([...Array(3).fill('wrong-passphrase'), ...Array(3).fill('wait')]);
    expect(tabs.map((vault) => vault.attempts().count)).toEqual([3, 3]);
    for (const vault of tabs) vault.close();
  });
});

describe('X9: locking by itself', () => {
  test('X9: unlocking while the page goes out of sight counts as out of sight from then on', async () => {
    const { again, clock } = await inHand();
    const vault = again({ watch: watchPresence });
    const sight = (state: DocumentVisibilityState) => {
      Object.defineProperty(document, 'visibilityState', { configurable: true, get: () => state });
      document.dispatchEvent(new Event('visibilitychange'));
    };
    try {
      sight('hidden');
      await vault.unlock(right);
      expect(vault.isOpen).toBe(true);
      clock.time += 60_000;
      sight('visible');
      expect(vault.isOpen).toBe(false);
    } finally {
      Reflect.deleteProperty(document, 'visibilityState');
      vault.close();
    }
  });

  test('X9: without any time out of sight, an unlock that ends there leaves it locked', async () => {
    const { again, settings } = await inHand();
    settings.change({ lockAfterHiddenMs: 0 });
    let stopped = 0;
    const vault = again({
      watch: (listener) => {
        listener.hidden?.();
        return () => (stopped += 1);
      },
    });
    const states: string[] = [];
    vault.state$.subscribe((state) => states.push(state));
    await vault.unlock(right);
    expect([vault.isOpen, states.at(-1), stopped]).toEqual([false, 'locked', 1]);
    vault.close();
  });

  test('X9: leaving hides at once, a minute out of sight locks, also when timers slept', async () => {
    const { vault, clock, presence } = await inHand();
    await vault.unlock(right);
    let hidden = 0;
    vault.onHide(() => (hidden += 1));
    presence.act('left');
    presence.act('hidden');
    expect([hidden, vault.isOpen]).toEqual([1, true]);
    clock.time += 59_000;
    presence.act('shown');
    expect(vault.isOpen).toBe(true);
    presence.act('hidden');
    clock.time += 60_000;
    presence.act('shown');
    expect([hidden, vault.isOpen]).toEqual([2, false]);
    expect(vault.lockedSince).toBe(clock.time);
  });

  test('X9: five minutes without a sign lock, a sign puts it off, a late one does not', async () => {
    const { vault, clock, presence } = await inHand();
    await vault.unlock(right);
    clock.time += 299_000;
    presence.act('active');
    clock.time += 299_000;
    presence.act('active');
    expect(vault.isOpen).toBe(true);
    clock.time += 300_000;
    presence.act('active');
    expect(vault.isOpen).toBe(false);
  });

  test('X9: the limits are settings of the device', async () => {
    const { vault, clock, presence, settings } = await inHand();
    settings.change({ lockAfterIdleMs: 900_000 });
    await vault.unlock(right);
    clock.time += 899_000;
    presence.act('active');
    expect(vault.isOpen).toBe(true);
    settings.change({ lockAfterHiddenMs: 0 });
    presence.act('hidden');
    expect(vault.isOpen).toBe(false);
  });

  test('X9: only a person’s own touch or key counts, not what a script makes', async () => {
    let signs = 0;
    const stop = watchPresence({ active: () => (signs += 1) });
    document.body.dispatchEvent(new MouseEvent('mousemove', { bubbles: true }));
    document.body.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true }));
    window.dispatchEvent(new KeyboardEvent('keydown', { key: 'a' }));
    expect(signs).toBe(0);
    await userEvent.keyboard('a');
    expect(signs).toBeGreaterThan(0);
    stop();
    const before = signs;
    await userEvent.keyboard('b');
    expect(signs).toBe(before);
  });
});

describe('X9: several tabs', () => {
  const told = (vault: VaultInHand['vault'], state: string): Promise<void> =>
    new Promise((resolve) => {
      vault.state$.subscribe((now) => now === state && resolve());
    });

  test('X9: unlocking one opens no other, locking one locks all', async () => {
    const { vault, again } = await inHand();
    const other = again();
    await vault.unlock(right);
    expect(other.isOpen).toBe(false);
    await other.unlock(right);
    vault.lock();
    await told(other, 'locked');
    expect(other.isOpen).toBe(false);
    other.close();
  });

  test('X9: a tab that locks because it is hidden leaves the one in use open', async () => {
    const { vault, again, presence, clock } = await inHand();
    const inUse = again({ watch: () => () => undefined });
    await vault.unlock(right);
    await inUse.unlock(right);
    presence.act('hidden');
    clock.time += 60_000;
    presence.act('shown');
    expect([vault.isOpen, inUse.isOpen]).toEqual([false, true]);
    inUse.close();
  });
});

import { cleanup } from '@testing-library/svelte';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import { DERIVATION } from '#data/vault/derive/derivation.ts';
import { deriveBy, ownWorkers, type DeriveWorkers } from '#data/vault/derive/derive.ts';
import { forgetDeviceKeys } from '#data/vault/device-keys.ts';
import type { Language } from '#core/language/language.ts';
import UnlockSheet from '#workspace/screens/vault/unlock/UnlockSheet.svelte';
import {
  KIT,
  makeKeyring,
  PASSPHRASE,
  vaultInHand,
  type VaultInHand,
} from '#tests/factories/vaults.ts';
import { faults, inTheme } from '#tests/ui/axe.ts';
import { fingerOn } from '#tests/ui/finger.ts';
import { showVault } from './show-vault.ts';

const scripted = (script: string): Worker =>
  new Worker(URL.createObjectURL(new Blob([script], { type: 'text/javascript' })));

/** A worker that is a quarter on its way, and stays there. */
const quarter = (): Worker =>
  scripted('onmessage = () => { postMessage({ share: 0 }); postMessage({ share: 0.25 }) }');

/** A worker whose device has no memory to give. */
const failing = (): Worker =>
  scripted(
    `onmessage = () => postMessage({ failed: { name: 'RangeError', message: 'Array buffer allocation failed' } })`,
  );

let hand: VaultInHand;
let answers: boolean[];
beforeEach(async () => {
  vi.spyOn(console, 'error').mockReturnValue();
  hand = await vaultInHand();
  answers = [];
});
afterEach(async () => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
  hand.vault.close();
  await forgetDeviceKeys(hand.workspaceId);
});

/** Shows the lock of a vault whose wraps ask for today's cost, on a device with these workers. */
const show = async (workers: Partial<DeriveWorkers>, language: Language = 'sv'): Promise<void> => {
  const { data } = (await makeKeyring()).keyring;
  const wraps = Object.fromEntries(
    Object.values(data.wraps).map((wrap) => [wrap.id, { ...wrap, derivation: DERIVATION }]),
  );
  hand.vault.close();
  const derive = deriveBy({ ...ownWorkers, ...workers });
  hand = {
    ...hand,
    vault: hand.again({ keyring: () => Promise.resolve({ ...data, wraps }), derive }),
  };
  const { vault, clock } = hand;
  showVault(
    UnlockSheet,
    { vault, clock, onanswer: (answer: boolean) => answers.push(answer) },
    language,
  );
};

/** Taps a button once the sheet has come to rest. */
const tap = async (name: string | RegExp): Promise<void> => {
  const button = page.getByRole('button', { name, exact: true });
  await expect.element(button).toBeEnabled();
  // What turns without end says that something is on its way.
  const moves = document
    .getAnimations()
    .filter(({ effect }) => effect?.getComputedTiming().endTime !== Infinity);
  await Promise.all(moves.map(({ finished }) => finished));
  button.element().scrollIntoView({ block: 'nearest' });
  await fingerOn(button.element());
};
const press = (): Promise<void> => tap('Lås upp');
const bar = () => page.getByRole('progressbar', { name: 'Nyckeln görs' });

describe('X20: a key that is made slowly', () => {
  test('X20: without WebAssembly the wait is shown at once, with how far it is', async () => {
    vi.stubGlobal('WebAssembly', undefined);
    await show({ plain: quarter });
    await page.getByLabelText('Lösenfras').fill(PASSPHRASE);
    await press();
    await expect
      .element(page.getByRole('status').first())
      .toHaveTextContent(
        'Den här enheten saknar WebAssembly. Nyckeln görs långsammare, ungefär en minut. Låt appen vara öppen tills det är klart.',
      );
    await expect.element(bar()).toHaveAttribute('value', '0.25');
    await expect.element(page.getByText('25 %')).toBeVisible();
  });

  test.each(['light', 'dark'] as const)('X14, X20: axe finds nothing in it, %s', async (theme) => {
    vi.stubGlobal('WebAssembly', undefined);
    inTheme(theme);
    await show({ plain: quarter });
    await page.getByLabelText('Lösenfras').fill(PASSPHRASE);
    await press();
    await expect.element(bar()).toBeVisible();
    expect(await faults()).toEqual([]);
  });

  test('X20: closing the sheet ends the worker, and nothing opens behind it', async () => {
    vi.stubGlobal('WebAssembly', undefined);
    const workers: Worker[] = [];
    const plain = (): Worker => {
      const worker = quarter();
      vi.spyOn(worker, 'terminate');
      workers.push(worker);
      return worker;
    };
    await show({ plain });
    await page.getByLabelText('Lösenfras').fill(PASSPHRASE);
    await press();
    await expect.element(bar()).toBeVisible();
    await tap('Stäng');
    await expect.poll(() => answers).toEqual([false]);
    // Who asked takes it away.
    cleanup();
    await expect
      .poll(() => workers.map(({ terminate }) => vi.mocked(terminate).mock.calls.length))
      .toEqual([1]);
    expect(hand.vault.isOpen).toBe(false);
  });

  test('X20: another way in gives up the key that is being made, and what was typed is tried again', async () => {
    vi.stubGlobal('WebAssembly', undefined);
    await show({ plain: quarter }, 'en');
    await page.getByLabelText('Passphrase').fill(PASSPHRASE);
    await tap('Unlock');
    await expect.element(page.getByRole('progressbar', { name: 'Making the key' })).toBeVisible();
    await tap(/Use the recovery kit/);
    await page.getByLabelText('The twelve words').fill(KIT);
    await expect.element(page.getByRole('progressbar')).not.toBeInTheDocument();
    await tap('Unlock');
    await expect.element(page.getByText(/^This device has no WebAssembly/)).toBeVisible();
    expect(hand.vault.attempts().count).toBe(0);
  });

  test('X20: when no engine makes the key the user is told what failed and what to do, and the next try may open', async () => {
    let isShort = true;
    const plain = (): Worker => (isShort ? failing() : ownWorkers.plain());
    const fast = (): Worker => (isShort ? failing() : ownWorkers.fast());
    const { data } = (await makeKeyring()).keyring;
    hand.vault.close();
    const derive = deriveBy({ fast, plain });
    hand = { ...hand, vault: hand.again({ keyring: () => Promise.resolve(data), derive }) };
    const { vault, clock } = hand;
    showVault(UnlockSheet, { vault, clock, onanswer: (answer: boolean) => answers.push(answer) });
    await page.getByLabelText('Lösenfras').fill(PASSPHRASE);
    await press();
    await expect
      .element(
        page.getByText(
          'Enheten kunde inte göra nyckeln (RangeError: Array buffer allocation failed). Inget är förlorat. Stäng andra appar och flikar och försök igen. Går det inte ändå, starta om webbläsaren eller använd en annan enhet.',
        ),
      )
      .toBeVisible();
    expect([answers, hand.vault.attempts().count]).toEqual([[], 0]);
    isShort = false;
    await press();
    await expect.poll(() => answers).toEqual([true]);
  });
});

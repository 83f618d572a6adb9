import { cleanup } from '@testing-library/svelte';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { DeriveFailed } from '#data/vault/derive/derive-failed.ts';
import { forgetDeviceKeys } from '#data/vault/device-keys.ts';
import { vault as swedish } from '#workspace/words/sv/vault.ts';
import type { UnlockFor } from '#ui/app.svelte.ts';
import UnlockSheet from '#workspace/screens/vault/unlock/UnlockSheet.svelte';
import {
  KIT,
  makeKeyring,
  PASSPHRASE,
  vaultInHand,
  type VaultInHand,
} from '#tests/factories/vaults.ts';
import { faults, inTheme } from '#tests/ui/axe.ts';
import { showVault } from './show-vault.ts';

const WRONG = 'lykta granit pendel kanal vinter';

let hand: VaultInHand;
let answers: boolean[];
beforeEach(async () => {
  hand = await vaultInHand();
  answers = [];
});
afterEach(async () => {
  hand.vault.close();
  await forgetDeviceKeys(hand.workspaceId);
});

const open = (
  more: { demoPhrase?: string; what?: UnlockFor; onnewphrase?: (kit: string) => void } = {},
  language: 'sv' | 'en' = 'sv',
): void => {
  const { vault, clock } = hand;
  showVault(
    UnlockSheet,
    { vault, clock, onanswer: (answer: boolean) => answers.push(answer), ...more },
    language,
  );
};

/** The store fails at the first reading of the keyring; what it throws names a secret. */
const failOnce = async (secret: string): Promise<void> => {
  const { keyring } = await makeKeyring();
  let readings = 0;
  const vault = hand.again({
    keyring: async () => {
      readings += 1;
      if (readings === 1) throw new RangeError(secret);
      return keyring.data;
    },
  });
  hand.vault.close();
  hand = { ...hand, vault };
};

const phrase = () => page.getByLabelText('Lösenfras');
const press = () => page.getByRole('button', { name: 'Lås upp', exact: true }).click();
const tryWrong = async (): Promise<void> => {
  await phrase().fill(WRONG);
  await press();
  await expect
    .element(page.getByText('Frasen stämmer inte. Kontrollera varje ord, ordningen räknas.'))
    .toBeVisible();
};

describe('X9: the unlock sheet', () => {
  test.each([
    ['codes', 'sv', 'Lås upp koder'],
    ['token', 'sv', 'Lås upp token'],
    ['token-in', 'sv', 'Lås upp för att låsa in token'],
    ['invitation', 'sv', 'Lås upp inbjudan'],
    ['invitation-in', 'en', 'Unlock to store the invitation'],
    ['token', 'en', 'Unlock the token'],
    ['all', 'en', 'Unlock codes and tokens'],
  ] as const)('X9: it says what is to be opened: %s, %s', async (what, language, title) => {
    open({ what }, language);
    await expect.element(page.getByRole('dialog', { name: title, exact: true })).toBeVisible();
  });

  test('X9: the right phrase opens, by Enter too, and does not stay in the sheet', async () => {
    open();
    await expect.element(phrase()).toHaveFocus();
    await userEvent.keyboard(PASSPHRASE);
    await userEvent.keyboard('{Enter}');
    await expect.poll(() => answers).toEqual([true]);
    expect(hand.vault.isOpen).toBe(true);
    await expect.element(phrase()).toHaveValue('');
  });

  test('X9: a wrong phrase is reported, and what was typed stays, hidden until the eye is pressed', async () => {
    open();
    await tryWrong();
    await expect.element(phrase()).toHaveValue(WRONG);
    await expect.element(phrase()).toHaveAttribute('type', 'password');
    await expect.element(phrase()).toHaveAttribute('aria-invalid', 'true');
    await page.getByRole('button', { name: 'Visa', exact: true }).click();
    await expect.element(phrase()).toHaveAttribute('type', 'text');
    await expect.element(phrase()).toHaveValue(WRONG);
    await expect.element(page.getByText('Försök 1')).toBeVisible();
    expect([answers, hand.vault.isOpen]).toEqual([[], false]);
  });

  test('X9: earlier wrong phrases are mentioned as soon as it opens', async () => {
    for (let wrongs = 0; wrongs < 3; wrongs += 1)
      await hand.vault.unlock({ by: 'passphrase', text: WRONG });
    hand.vault.close();
    hand = { ...hand, vault: hand.again() };
    open();
    await expect.element(page.getByText('Försök 3')).toBeVisible();
  });

  test('X9: the third wrong phrase brings a wait that the button counts down, and then it can be tried again', async () => {
    open();
    for (let wrongs = 0; wrongs < 3; wrongs += 1) await tryWrong();
    const waiting = page.getByRole('button', { name: 'Försök igen om 5 sekunder' });
    await expect.element(waiting).toBeDisabled();
    await expect
      .element(page.getByText('5 s', { exact: true }))
      .toHaveAttribute('aria-current', 'true');
    hand.clock.time += 4_000;
    await expect
      .element(page.getByRole('button', { name: 'Försök igen om 1 sekund' }))
      .toBeDisabled();
    hand.clock.time += 1_000;
    await expect.element(page.getByRole('button', { name: 'Lås upp', exact: true })).toBeEnabled();
    await phrase().fill(PASSPHRASE);
    await press();
    await expect.poll(() => answers).toEqual([true]);
  });

  test('X9: the kit opens when the phrase is forgotten', async () => {
    open();
    await page.getByRole('button', { name: /Använd återställningskitet/ }).click();
    const words = page.getByLabelText('De tolv orden');
    await words.fill(KIT.split(' ').slice(0, 11).join(' '));
    await expect.element(page.getByText('11 av 12 ord')).toBeVisible();
    await expect.element(page.getByRole('button', { name: 'Lås upp', exact: true })).toBeDisabled();
    await words.fill(KIT.replace('draken', 'drakken'));
    await expect.element(page.getByText(/Ord \d+ finns inte i Volyms ordlistor/)).toBeVisible();
    await press();
    await expect.element(page.getByText(/^Orden stämmer inte/)).toBeVisible();
    await words.fill(KIT);
    await press();
    await expect.poll(() => answers).toEqual([true]);
  });

  test('X9: after the kit a new passphrase is offered, with the kit in hand, and the offer can be left', async () => {
    const withKit: string[] = [];
    const useKit = async (): Promise<void> => {
      open({ onnewphrase: (kit) => withKit.push(kit) });
      await page.getByRole('button', { name: /Använd återställningskitet/ }).click();
      await page.getByLabelText('De tolv orden').fill(KIT);
      await press();
      await expect
        .element(page.getByRole('dialog', { name: 'Välj en ny lösenfras?' }))
        .toBeVisible();
    };
    await useKit();
    expect(await faults()).toEqual([]);
    expect([answers, hand.vault.isOpen]).toEqual([[], true]);
    await page.getByRole('button', { name: 'Välj en ny lösenfras' }).click();
    expect([answers, withKit]).toEqual([[], [KIT]]);
    cleanup();
    hand.vault.lock();
    await useKit();
    await page.getByRole('button', { name: 'Inte nu' }).click();
    expect([answers, withKit]).toEqual([[true], [KIT]]);
  });

  test('X9: locked while it offers a new passphrase, it asks for the kit again and hands nothing over', async () => {
    const withKit: string[] = [];
    open({ onnewphrase: (kit) => withKit.push(kit) });
    await page.getByRole('button', { name: /Använd återställningskitet/ }).click();
    await page.getByLabelText('De tolv orden').fill(KIT);
    await press();
    const offered = page.getByRole('button', { name: 'Välj en ny lösenfras' });
    await expect.element(offered).toBeVisible();
    hand.vault.lock();
    // At once, and not when somebody looks: nothing can be pressed that is over.
    await new Promise(requestAnimationFrame);
    expect(offered.elements()).toEqual([]);
    await expect.element(page.getByLabelText('De tolv orden')).toHaveValue('');
    expect([answers, withKit]).toEqual([[], []]);
  });

  test('X9: the passphrase asks for no other one', async () => {
    open({ onnewphrase: () => undefined });
    await phrase().fill(PASSPHRASE);
    await press();
    await expect.poll(() => answers).toEqual([true]);
  });

  test('X9: an unforeseen failure is reported, the phrase stays and is not counted, and the next try opens', async () => {
    const reported = vi.spyOn(console, 'error').mockReturnValue();
    await failOnce(PASSPHRASE);
    open();
    await phrase().fill(PASSPHRASE);
    await press();
    await expect
      .element(page.getByText(/^Låset öppnades inte\. Det du skrev står kvar/))
      .toBeVisible();
    await expect.element(phrase()).toHaveValue(PASSPHRASE);
    expect([answers, hand.vault.attempts().count]).toEqual([[], 0]);
    // It reaches the console, by its name alone.
    expect(reported.mock.calls).toEqual([['the vault was not opened', 'RangeError']]);
    await press();
    await expect.poll(() => answers).toEqual([true]);
    reported.mockRestore();
  });

  test('X9: an unforeseen failure is reported with the kit too, in English', async () => {
    const reported = vi.spyOn(console, 'error').mockReturnValue();
    await failOnce(KIT);
    open({}, 'en');
    await page.getByRole('button', { name: /Use the recovery kit/ }).click();
    await page.getByLabelText('The twelve words').fill(KIT);
    const unlock = page.getByRole('button', { name: 'Unlock', exact: true });
    await unlock.click();
    await expect
      .element(page.getByText(/^The lock did not open\. What you typed is still here/))
      .toBeVisible();
    await expect.element(page.getByLabelText('The twelve words')).toHaveValue(KIT);
    await unlock.click();
    await expect.poll(() => answers).toEqual([true]);
    reported.mockRestore();
  });

  test('X9: closing answers that it stays locked', async () => {
    open();
    await page.getByRole('button', { name: 'Stäng' }).click();
    expect(answers).toEqual([false]);
  });

  test('X9: says since when it is locked', async () => {
    await hand.vault.unlock({ by: 'passphrase', text: PASSPHRASE });
    hand.vault.lock();
    open();
    await expect.element(page.getByText(/låsta sedan 08:00\.$/)).toBeVisible();
  });

  test('X15: example data brings its phrase along', async () => {
    open({ demoPhrase: PASSPHRASE });
    await expect
      .element(page.getByText('Det här är exempeldata. Frasen är redan ifylld.'))
      .toBeVisible();
    await press();
    await expect.poll(() => answers).toEqual([true]);
  });

  test('X14: speaks English', async () => {
    open({}, 'en');
    await page.getByLabelText('Passphrase').fill(WRONG);
    await page.getByRole('button', { name: 'Unlock', exact: true }).click();
    await expect
      .element(page.getByText('The phrase is not right. Check each word; the order matters.'))
      .toBeVisible();
  });

  test.each(['light', 'dark'] as const)(
    'X14: axe finds nothing, with phrase, wait and kit, %s',
    async (theme) => {
      inTheme(theme);
      open();
      for (let wrongs = 0; wrongs < 3; wrongs += 1) await tryWrong();
      expect(await faults()).toEqual([]);
      await page.getByRole('button', { name: /Använd återställningskitet/ }).click();
      await expect.element(page.getByLabelText('De tolv orden')).toBeVisible();
      expect(await faults()).toEqual([]);
    },
  );
});

test('X9: a keyring with many wraps tells which one is tried, and is left by a press', async () => {
  const { keyring } = await makeKeyring();
  const [wrap] = Object.values(keyring.data.wraps).filter(({ by }) => by === 'passphrase');
  if (wrap === undefined) return expect.unreachable();
  const more = ['0-a', '0-b'].map((id) => [id, { ...wrap, id }] as const);
  const data = { ...keyring.data, wraps: { ...Object.fromEntries(more), ...keyring.data.wraps } };
  // Each takes as long as somebody looks on.
  const derive = (_: string, __: Uint8Array, ___: object, waiter: { signal?: AbortSignal } = {}) =>
    new Promise<never>((_, reject) =>
      waiter.signal?.addEventListener('abort', () => reject(new DeriveFailed('given-up'))),
    );
  hand.vault.close();
  hand = { ...hand, vault: hand.again({ keyring: () => Promise.resolve(data), derive }) };
  open();
  await phrase().fill(PASSPHRASE);
  await press();
  await expect.element(page.getByText(swedish.unlock.tryingWrap(1, 3))).toBeVisible();
  await page.getByRole('button', { name: swedish.unlock.stop, exact: true }).click();
  await expect.element(page.getByText(swedish.unlock.tryingWrap(1, 3))).not.toBeInTheDocument();
  await expect.element(page.getByRole('button', { name: 'Lås upp', exact: true })).toBeEnabled();
  expect([hand.vault.isOpen, hand.vault.attempts().count]).toEqual([false, 0]);
});

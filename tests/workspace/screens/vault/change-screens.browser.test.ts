import { beforeEach, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { keyringIn } from '#data/vault/keyring/keyring-in.ts';
import { changeSecret } from '#data/vault/keyring/change-secret.ts';
import { deriveInWorker } from '#data/vault/derive/derive.ts';
import { loadListed, loadWords } from '#data/vault/words/draw.ts';
import type { Language } from '#core/language/language.ts';
import { vault as english } from '#workspace/words/en/vault.ts';
import { vault as swedish } from '#workspace/words/sv/vault.ts';
import type { App } from '#ui/app.svelte.ts';
import { outOfSightFor } from '#tests/factories/out-of-sight.ts';
import { quickDerivation } from '#tests/factories/quick-derivation.ts';
import type { SetClock } from '#tests/factories/set-clock.ts';
import { PASSPHRASE } from '#tests/factories/vaults.ts';
import NewKeys from '../../../../src/routes/vault/keys/+page.svelte';
import NewKit from '../../../../src/routes/vault/kit/+page.svelte';
import NewPassphrase from '../../../../src/routes/vault/passphrase/+page.svelte';
import { faults } from '#tests/ui/axe.ts';
import { openApp, showWith } from '#tests/programmes/apple-credit/screens/credit-app.ts';

const NIGHT_MS = 10 * 3_600_000;
const OWN = 'en fras som ingen annan har sagt';

let app: App;
let clock: SetClock;
beforeEach(async () => {
  ({ app, clock } = await openApp());
  // As on any morning.
  app.vault.lock();
});

const dataFor = async () => {
  const deriving = { derive: deriveInWorker, derivation: quickDerivation };
  return {
    lists: { load: () => loadWords('sv'), loadListed },
    change: ({ workspaceId, records, settings, clock }: App) =>
      changeSecret({ workspaceId, records, settings, clock, deriving }),
    demoPhrase: '',
    number: 2,
  };
};
const show = async (part: typeof NewPassphrase, language: Language = 'sv'): Promise<void> => {
  const given = { data: await dataFor(), params: {}, form: null } as never;
  showWith(app, part, given, language, { vault: language === 'sv' ? swedish : english });
};
const prove = async (label = 'Lösenfras', next = 'Fortsätt'): Promise<void> => {
  await page.getByLabelText(label, { exact: true }).fill(PASSPHRASE);
  await page.getByRole('button', { name: next }).click();
};
const words = () => page.getByRole('list', { name: 'De fem orden' });
const told = () => page.getByText('Det låstes under tiden. Skriv det som gäller nu en gång till.');

test('X9: a night out of sight ends what was proved on a locked vault, with what was typed of the new phrase', async () => {
  const before = await keyringIn(app.records);
  await show(NewPassphrase);
  await prove();
  await expect.element(words()).toBeVisible();
  const drawn = words().element().textContent;
  await page.getByRole('radio', { name: 'Egen fras' }).click();
  await page.getByLabelText('Din fras').fill(OWN);
  outOfSightFor(clock, NIGHT_MS);
  await expect.element(told()).toBeVisible();
  await expect.element(page.getByLabelText('Lösenfras', { exact: true })).toHaveValue('');
  expect(await faults()).toEqual([]);
  expect(await keyringIn(app.records)).toEqual(before);
  // Whoever knows the phrase goes on, from the beginning.
  await prove();
  await expect.element(page.getByLabelText('Din fras')).toHaveValue('');
  await page.getByRole('radio', { name: 'Fem ord' }).click();
  await expect.element(words()).not.toHaveTextContent(drawn);
});

test('X9: a glance elsewhere ends nothing', async () => {
  await show(NewPassphrase);
  await prove();
  await expect.element(words()).toBeVisible();
  outOfSightFor(clock, 59_000);
  await expect.element(words()).toBeVisible();
});

test('X9: a kit that was printed is checked after the lock as well, and its words are covered again', async () => {
  await show(NewKit as never);
  await prove();
  const kit = () => page.getByRole('list', { name: 'Kitets tolv ord' });
  await page.getByRole('button', { name: 'Visa alla ord' }).click();
  const drawn = kit().element().textContent;
  outOfSightFor(clock, NIGHT_MS);
  await expect.element(told()).toBeVisible();
  await prove();
  await expect.element(kit()).not.toHaveTextContent(drawn);
  await page.getByRole('button', { name: 'Visa alla ord' }).click();
  await expect.element(kit()).toHaveTextContent(drawn);
});

test('X9: keys that are changed under a new phrase ask for that phrase again after the lock', async () => {
  await show(NewKeys as never, 'en');
  await prove('Passphrase', 'Continue');
  const phrase = page.getByRole('list', { name: 'The five words' });
  await expect.element(phrase).toBeVisible();
  const texts = [...phrase.element().querySelectorAll('.word')].map((word) => word.textContent);
  await page.getByLabelText(english.phrase.againWords).fill(texts.join(' '));
  await page.getByRole('button', { name: 'Continue' }).click();
  await expect.element(page.getByRole('list', { name: english.kit.words })).toBeVisible();
  outOfSightFor(clock, NIGHT_MS);
  await expect.element(page.getByText(english.problems.locked)).toBeVisible();
  await prove('Passphrase', 'Continue');
  await expect.element(page.getByLabelText(english.phrase.againWords)).toHaveValue('');
});

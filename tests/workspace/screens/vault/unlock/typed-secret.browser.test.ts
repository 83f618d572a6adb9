import { beforeEach, describe, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { creditForms as english } from '#programmes/apple-credit/words/en/credit-forms.ts';
import { creditForms as swedish } from '#programmes/apple-credit/words/sv/credit-forms.ts';
import type { App } from '#ui/app.svelte.ts';
import PasteInvite from '#programmes/apple-licences/screens/user/PasteInvite.svelte';
import { loadInvitation } from '#programmes/apple-licences/screens/user/load-invitation.ts';
import { loadAppleLicencesWords } from '#programmes/apple-licences/words/load.ts';
import AddCodeSheet from '#programmes/apple-credit/screens/code/AddCodeSheet.svelte';
import { outOfSightFor } from '#tests/factories/out-of-sight.ts';
import type { SetClock } from '#tests/factories/set-clock.ts';
import { PASSPHRASE } from '#tests/factories/vaults.ts';
import { faults } from '#tests/ui/axe.ts';
import {
  addOrder,
  openApp,
  showIn,
  showWith,
} from '#tests/programmes/apple-credit/screens/credit-app.ts';

const CODE = 'XFAKE1111AAAA';
const LINK = 'https://buy.itunes.apple.com/assoc?cc=se&inviteCode=7f3a9c00&mt=8';

let app: App;
let clock: SetClock;
beforeEach(async () => {
  ({ app, clock } = await openApp());
});

const showAddCode = async (language: 'sv' | 'en' = 'sv') => {
  await addOrder(app, [['ready', '2026-11-01']]);
  showIn(app, AddCodeSheet, { orderId: 'order-1', onclose: () => undefined }, language);
  const words = language === 'sv' ? swedish.addCode : english.addCode;
  return { words, field: page.getByLabelText(words.field) };
};

describe('X9: a secret that is typed and not sealed yet', () => {
  test.each([
    ['sv', true],
    ['en', false],
  ] as const)(
    'X9: a code is gone after a minute out of sight, and the user is told: %s, open: %s',
    async (language, isOpen) => {
      if (!isOpen) app.vault.lock();
      const { words, field } = await showAddCode(language);
      await field.fill(CODE);
      outOfSightFor(clock, 59_000);
      await expect.element(field).toHaveValue(CODE);
      outOfSightFor(clock, 60_000);
      await expect.element(field).toHaveValue('');
      await expect.element(page.getByText(words.forgotten)).toBeVisible();
      expect(await faults()).toEqual([]);
      // Another that is typed is no news, and has its own time.
      await field.fill(CODE);
      await expect.element(page.getByText(words.forgotten)).not.toBeInTheDocument();
      outOfSightFor(clock, 60_000);
      await expect.element(field).toHaveValue('');
    },
  );

  test('X9: it is gone with a lock by hand, and where nothing was typed nothing is said', async () => {
    const { words, field } = await showAddCode();
    app.vault.lock();
    await expect.element(page.getByText(words.forgotten)).not.toBeInTheDocument();
    await app.vault.unlock({ by: 'passphrase', text: PASSPHRASE });
    await field.fill(CODE);
    app.vault.lock();
    await expect.element(field).toHaveValue('');
  });

  test.each([true, false])(
    'X9: the code is saved after the passphrase was looked up elsewhere for a while, if it was found: %s',
    async (knows) => {
      app.vault.lock();
      const { words, field } = await showAddCode();
      await field.fill(CODE);
      await page.getByRole('button', { name: words.save }).click();
      await expect.poll(() => app.unlockIsAsked).toBe(true);
      outOfSightFor(clock, 60_000);
      await expect.element(field).toHaveValue('');
      if (knows) await app.vault.unlock({ by: 'passphrase', text: PASSPHRASE });
      app.answerUnlock(knows);
      const codes = async () => (await app.records.find({ kind: 'redemption-code' })).length;
      await expect.element(page.getByRole('button', { name: words.save })).toBeEnabled();
      await expect.poll(codes).toBe(knows ? 1 : 0);
    },
  );

  test.each(['sv', 'en'] as const)(
    'X9: so is an invitation that was pasted: %s',
    async (language) => {
      const { words } = await loadInvitation(language);
      const licences = await loadAppleLicencesWords(language, 'licences');
      const given = { words, licences, onsave: () => Promise.resolve(undefined) };
      showWith(
        app,
        PasteInvite,
        { ...given, ondone: () => undefined, onclose: () => undefined },
        language,
        {},
      );
      const field = page.getByLabelText(words.paste.field);
      await field.fill(LINK);
      outOfSightFor(clock, 60_000);
      await expect.element(field).toHaveValue('');
      await expect.element(page.getByText(words.paste.forgotten)).toBeVisible();
    },
  );
});

import { beforeEach, describe, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { decideOnCodes } from '#workspace/rules/people/decide-on-codes.ts';
import type { Person } from '#workspace/rules/people/person.ts';
import { newPerson } from '#workspace/rules/people/person-commands.ts';
import { changeSecret } from '#data/vault/keyring/change-secret.ts';
import { deriveInWorker } from '#data/vault/derive/derive.ts';
import { keyringIn } from '#data/vault/keyring/keyring-in.ts';
import type { Language } from '#core/language/language.ts';
import { vault as english } from '#workspace/words/en/vault.ts';
import { vault as swedish } from '#workspace/words/sv/vault.ts';
import type { App } from '#ui/app.svelte.ts';
import UnlockHere from '#workspace/screens/vault/unlock/UnlockHere.svelte';
import { quickDerivation } from '#tests/factories/quick-derivation.ts';
import type { SetClock } from '#tests/factories/set-clock.ts';
import { PASSPHRASE } from '#tests/factories/vaults.ts';
import { faults } from '#tests/ui/axe.ts';
import { openApp, showWith } from '#tests/programmes/apple-credit/screens/credit-app.ts';
import { onKind } from '#data/records/on-kind.ts';

const NEXT = 'kanel granit lykta pendel sommar';
const DAY_MS = 86_400_000;

let app: App;
let clock: SetClock;
let sara: string;
beforeEach(async () => {
  ({ app, clock } = await openApp());
  sara = app.me;
  await app.records.insert([newPerson('johan', 'Johan Ek')]);
  app.vault.lock();
});

const isUsedBy = (person: string): void =>
  app.settings.changeWorkspace(app.workspaceId, { person });
const show = (language: Language = 'sv'): void => {
  app.settings.change({ language });
  showWith(app, UnlockHere, { words: language === 'sv' ? swedish : english }, language, {});
};
const phrase = (label = 'Lösenfras') => page.getByLabelText(label);
const tryWith = async (text: string): Promise<void> => {
  await phrase().fill(text);
  await page.getByRole('button', { name: 'Lås upp', exact: true }).click();
};
/** Johan's codes are decided about by Sara. */
const decide = async (may: boolean): Promise<void> => {
  const people = (await app.records.find({ kind: 'person' })) as unknown as Person[];
  const { wraps = {} } = (await keyringIn(app.records)) ?? {};
  const deciding = { by: sara, people, wraps, out: new Set<string>() };
  const done = await app.records.change(
    'johan',
    onKind('person', (now) => decideOnCodes(now, may, deciding)),
  );
  expect(done.ok).toBe(true);
};
const changePhrase = async (): Promise<void> => {
  const { workspaceId, records, settings } = app;
  const deriving = { derive: deriveInWorker, derivation: quickDerivation };
  const change = changeSecret({ workspaceId, records, settings, clock, deriving });
  await change.unlock({ by: 'passphrase', text: PASSPHRASE });
  expect((await change.replace({ by: 'passphrase', text: NEXT, number: 0 })).ok).toBe(true);
};

describe('X18: the lock says why before anything is typed', () => {
  test('X18: a person who was kept out reads who decided it and whom to ask, and has nothing to type in vain', async () => {
    await decide(false);
    isUsedBy('johan');
    show();
    await expect.element(page.getByText('Du får inte öppna koder', { exact: true })).toBeVisible();
    await expect
      .element(
        page.getByText(
          /^Sara Lindholm bestämde i dag .* att du inte får öppna koder\. .*att ändra det, under Personer: Sara Lindholm\.$/,
        ),
      )
      .toBeVisible();
    await expect.element(phrase()).not.toBeInTheDocument();
    expect(await faults()).toEqual([]);
    // Decided otherwise, the lock is as it was.
    await decide(true);
    await expect.element(phrase()).toBeVisible();
  });

  test('X18: a reader reads why, and can type the phrase all the same', async () => {
    app.settings.changeWorkspace(app.workspaceId, { person: 'johan', onlyReads: true });
    show();
    await expect
      .element(page.getByText('Den här enheten får bara läsa', { exact: true }))
      .toBeVisible();
    await expect
      .element(page.getByText(/låta enheten ändra, under Personer: Sara Lindholm\.$/))
      .toBeVisible();
    await expect.element(phrase()).not.toBeInTheDocument();
    expect(await faults()).toEqual([]);
    await page.getByRole('button', { name: 'Skriv lösenfrasen ändå' }).click();
    await tryWith(PASSPHRASE);
    await expect.poll(() => app.vault.isOpen).toBe(true);
  });

  test('X18: a person not known to have opened reads whom to ask, and types the phrase at once if told it', async () => {
    isUsedBy('johan');
    show();
    await expect
      .element(page.getByText('Be någon som öppnar koder om lösenfrasen: Sara Lindholm.'))
      .toBeVisible();
    await tryWith(PASSPHRASE);
    await expect.poll(() => app.vault.isOpen).toBe(true);
    await expect.element(page.getByText(/om lösenfrasen/)).not.toBeInTheDocument();
  });

  test('X18: a person who opens codes, or has nobody to ask, reads no reason; a long list of names is counted', async () => {
    show();
    await expect.element(phrase()).toBeVisible();
    await expect.element(page.getByText(/som öppnar koder/)).not.toBeInTheDocument();
    const wrap = Object.keys((await keyringIn(app.records))?.wraps ?? {})[0] ?? '';
    const names = ['Amina', 'Bo', 'Cecilia', 'David'];
    await app.records.insert(names.map((name) => newPerson(name, name, { [wrap]: '2026-11-20' })));
    isUsedBy('johan');
    await expect
      .element(page.getByText(/om lösenfrasen: Amina, Bo, Cecilia och 2 till\.$/))
      .toBeVisible();
  });

  test('X14: says it in English', async () => {
    await decide(false);
    isUsedBy('johan');
    show('en');
    await expect.element(page.getByText('You may not open codes', { exact: true })).toBeVisible();
    await expect
      .element(
        page.getByText(
          /^Sara Lindholm decided today .*to change that, under People: Sara Lindholm\.$/,
        ),
      )
      .toBeVisible();
  });
});

describe('X9: a passphrase that was changed', () => {
  const CHANGED =
    /^Frasen stämmer inte\. .*Lösenfrasen byttes i dag 08:00 av Sara Lindholm: en äldre öppnar inte längre här\. Be om den nya\.$/;

  test('X9: beside a wrong answer it says when the phrase was changed, and by whom', async () => {
    await changePhrase();
    isUsedBy('johan');
    show();
    await tryWith(PASSPHRASE);
    await expect.element(page.getByText(CHANGED)).toBeVisible();
    // It is no news before something wrong was typed.
    await phrase().fill(NEXT);
    await expect.element(page.getByText(/byttes/)).not.toBeInTheDocument();
  });

  test('X9: whoever changed it, or opened with the new one, is told for thirty days', async () => {
    await changePhrase();
    show();
    await tryWith(PASSPHRASE);
    await expect
      .element(page.getByText(/byttes i dag 08:00 av dig: en äldre öppnar inte längre här\.$/))
      .toBeVisible();
    clock.time += 31 * DAY_MS;
    await tryWith('inte den frasen alls');
    await expect
      .element(page.getByText('Frasen stämmer inte. Kontrollera varje ord, ordningen räknas.'))
      .toBeVisible();
  });

  test('X9: where it was never changed a wrong answer is wrong and nothing else', async () => {
    isUsedBy('johan');
    show();
    await tryWith('inte den frasen alls');
    await expect
      .element(page.getByText('Frasen stämmer inte. Kontrollera varje ord, ordningen räknas.'))
      .toBeVisible();
  });
});

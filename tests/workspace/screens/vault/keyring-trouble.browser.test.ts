import { BehaviorSubject } from 'rxjs';
import { beforeEach, expect, onTestFinished, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import { newPerson } from '#workspace/rules/people/person-commands.ts';
import { KEYRING_ID, type KeyringData, type Wrap } from '#workspace/rules/vault/keyring.ts';
import { wholeBoxOf } from '#workspace/rules/vault/wrap-box.ts';
import type { VolymRecord } from '#core/record/record.ts';
import { openRecords } from '#data/records/records.ts';
import { onKind } from '#data/records/on-kind.ts';
import { keep } from '#data/device/device-store.ts';
import { syncStoreOf } from '#data/sync/server/connection.ts';
import { keepOffered, refusedBoxes } from '#data/sync/keys/offered-keyring.ts';
import { keepingShown, keepShown } from '#data/sync/keys/shown-keyring.ts';
import { newerKeyring } from '#data/sync/keys/newer-keyring.ts';
import type { Copy } from '#data/merge/copy.ts';
import { keyringStanding, putBackHere } from '#data/vault/keyring/keyring-standing.ts';
import { keyringTrouble as englishTrouble } from '#workspace/words/en/keyring-trouble.ts';
import { vault as english } from '#workspace/words/en/vault.ts';
import { keyringTrouble as trouble } from '#workspace/words/sv/keyring-trouble.ts';
import { sync } from '#workspace/words/sv/sync.ts';
import { vault as swedish } from '#workspace/words/sv/vault.ts';
import { backup } from '#workspace/words/sv/backup.ts';
import { ALONE, type TabStatus } from '#data/sync/tabs/tab-status.ts';
import type { App } from '#ui/app.svelte.ts';
import { live } from '#ui/live.ts';
import UnlockHere from '#workspace/screens/vault/unlock/UnlockHere.svelte';
import type { SetClock } from '#tests/factories/set-clock.ts';
import { KIT, PASSPHRASE } from '#tests/factories/vaults.ts';
import Checks from '#workspace/screens/safety/Checks.svelte';
import { faults } from '#tests/ui/axe.ts';
import { openApp, showWith } from '#tests/programmes/apple-credit/screens/credit-app.ts';

let app: App;
let clock: SetClock;
beforeEach(async () => {
  ({ app, clock } = await openApp());
  await app.records.insert([newPerson('johan', 'Johan Ek')]);
  app.vault.lock();
});

const show = (language: 'sv' | 'en' = 'sv'): void => {
  app.settings.change({ language });
  showWith(app, UnlockHere, { words: language === 'sv' ? swedish : english }, language, {});
};

/** Johan writes what he likes into the keyring, as it comes here by the sync. */
const write = async (change: (keyring: KeyringData) => KeyringData): Promise<void> => {
  const doing = () => ({ ...app.records.doing(), by: 'johan' });
  const records = openRecords(app.opened.database.records, doing);
  const done = await records.change(
    KEYRING_ID,
    onKind('keyring', (keyring) => ({
      ok: true,
      value: { ...keyring, data: change(keyring.data) },
    })),
  );
  expect(done.ok).toBe(true);
};

const putBack = () => page.getByRole('button', { name: trouble.putBack });

test('X9: the lock tells that somebody emptied the keyring, opens all the same, and puts it back', async () => {
  await write((keyring) => ({ ...keyring, wraps: {} }));
  show();
  await expect.element(page.getByText(trouble.closed.title)).toBeVisible();
  await expect
    .element(page.getByText(trouble.closed.written('Johan Ek', 'i dag 08:00')))
    .toBeVisible();
  expect(await faults()).toEqual([]);
  await page.getByLabelText('Lösenfras').fill(PASSPHRASE);
  await page.getByRole('button', { name: 'Lås upp', exact: true }).click();
  await expect.poll(() => app.vault.isOpen).toBe(true);
  await putBack().click();
  await expect.element(page.getByText(trouble.done)).toBeVisible();
  await expect.element(page.getByText(trouble.closed.title)).not.toBeInTheDocument();
  app.vault.lock();
  expect((await app.vault.unlock({ by: 'recovery-kit', text: KIT })).ok).toBe(true);
  expect((await keyringStanding(app.opened)).trouble).toBeUndefined();
});

test('X9: a keyring on the server that nobody vouches for is reported once the lock is open, and refused only when asked again', async () => {
  const store = syncStoreOf(app.workspaceId);
  const keyring = (await app.records.get(KEYRING_ID))?.data as KeyringData;
  const [wrap] = Object.values(keyring.wraps);
  const junk = { ...(wrap as Wrap), id: 'junk', iv: 'AAAAAAAAAAAAAAAA', workspaceKey: 'nobodys' };
  await keepOffered(store, { ...keyring, wraps: { ...keyring.wraps, junk } });
  show();
  await page.getByLabelText('Lösenfras').fill(PASSPHRASE);
  await page.getByRole('button', { name: 'Lås upp', exact: true }).click();
  await expect.poll(() => app.vault.isOpen).toBe(true);
  await expect.element(page.getByText(trouble.nobodys.title)).toBeVisible();
  await expect.element(page.getByText(trouble.refusing.nobodys.what)).toBeVisible();
  expect(await faults()).toEqual([]);
  await putBack().click();
  await expect.element(page.getByText(trouble.refusing.nobodys.sure)).toBeVisible();
  expect((await refusedBoxes(store))(wholeBoxOf(junk))).toBe(false);
  await page.getByRole('button', { name: trouble.refusing.nobodys.button }).click();
  await expect.element(page.getByText(trouble.done)).toBeVisible();
  await expect.element(page.getByText(trouble.nobodys.title)).not.toBeInTheDocument();
  expect((await refusedBoxes(store))(wholeBoxOf(junk))).toBe(true);
  expect((await keyringStanding(app.opened)).trouble).toBeUndefined();
});

test('X9: a keyring on the server that calls itself newer is shown as what it may be, to update first, and refused only when asked again', async () => {
  const store = syncStoreOf(app.workspaceId);
  const keyring = (await app.records.get(KEYRING_ID)) ?? expect.unreachable();
  const newer = { ...keyring, data: { v: 2 } } as Copy;
  const { box } = (await newerKeyring(newer)) ?? expect.unreachable();
  await app.vault.unlock({ by: 'passphrase', text: PASSPHRASE });
  app.vault.lock();
  await keepShown(store, newer);
  show();
  await expect.element(page.getByText(trouble['newer-there'].title)).toBeVisible();
  await expect.element(page.getByText(trouble['newer-there'].deleted)).toBeVisible();
  await expect.element(page.getByText(trouble.refusing['newer-there'].what)).toBeVisible();
  expect(await faults()).toEqual([]);
  await putBack().click();
  await expect.element(page.getByText(trouble.refusing['newer-there'].sure)).toBeVisible();
  expect((await refusedBoxes(store))(box)).toBe(false);
  await page.getByRole('button', { name: trouble.refusing['newer-there'].button }).click();
  await expect.element(page.getByText(trouble.done)).toBeVisible();
  await expect.element(page.getByText(trouble['newer-there'].title)).not.toBeInTheDocument();
  expect((await refusedBoxes(store))(box)).toBe(true);
  expect((await keyringStanding(app.opened)).trouble).toBeUndefined();
});

test('X9: where no keyring was opened yet, the way to put one back is shown', async () => {
  const keyring = (await app.records.get(KEYRING_ID)) ?? expect.unreachable();
  await keep(`${app.workspaceId}/last-opened`, undefined);
  await keepShown(syncStoreOf(app.workspaceId), { ...keyring, data: { v: 2 } } as Copy);
  show();
  await expect.element(page.getByText(trouble.openOrAsk)).toBeVisible();
  await expect.element(putBack()).not.toBeInTheDocument();
});

test('X9: what the server shows is reported as soon as the sync waits for it, and no longer once all is in step', async () => {
  const keyring = (await app.records.get(KEYRING_ID)) ?? expect.unreachable();
  const told$ = new BehaviorSubject<TabStatus>(ALONE);
  const told = live(told$, ALONE);
  const status = vi.spyOn(app, 'syncStatus', 'get').mockImplementation(() => told.current);
  onTestFinished(() => status.mockRestore());
  const shown = keepingShown(syncStoreOf(app.workspaceId));
  show();
  await shown.keep({ ...keyring, data: { v: 2 } } as Copy);
  told$.next({ ...ALONE, state: 'other-keys' });
  await expect.element(page.getByText(trouble['newer-there'].title)).toBeVisible();
  await shown.forget();
  told$.next({ ...ALONE, state: 'in-step' });
  await expect.element(page.getByText(trouble['newer-there'].title)).not.toBeInTheDocument();
});

test('X9: what the server shows next, while the sync still waits, is reported at once, also after what it showed first was refused', async () => {
  const store = syncStoreOf(app.workspaceId);
  const keyring = (await app.records.get(KEYRING_ID)) ?? expect.unreachable();
  const newer = async (v: number) => (await newerKeyring({ ...keyring, data: { v } } as Copy))?.box;
  await app.vault.unlock({ by: 'passphrase', text: PASSPHRASE });
  show();
  await keepShown(store, { ...keyring, data: { v: 2 } } as Copy);
  await expect.element(page.getByText(trouble['newer-there'].title)).toBeVisible();
  await putBack().click();
  await expect.element(page.getByText(trouble.refusing['newer-there'].sure)).toBeVisible();
  // Another one comes before the button is pressed again: the app asks about it, too.
  await keepShown(store, { ...keyring, data: { v: 3 } } as Copy);
  await expect
    .element(page.getByText(trouble.refusing['newer-there'].sure))
    .not.toBeInTheDocument();
  await putBack().click();
  await page.getByRole('button', { name: trouble.refusing['newer-there'].button }).click();
  await expect.element(page.getByText(trouble['newer-there'].title)).not.toBeInTheDocument();
  const isRefused = await refusedBoxes(store);
  expect([isRefused(await newer(2)), isRefused(await newer(3))]).toEqual([false, true]);
  await keepShown(store, { ...keyring, data: { v: 4 } } as Copy);
  await expect.element(page.getByText(trouble['newer-there'].title)).toBeVisible();
});

test('X9: a deleted keyring is no reason to start over: the kit opens, and who did it is not guessed', async () => {
  await (await app.opened.database.records.findOne(KEYRING_ID).exec())?.remove();
  expect(await app.isWhole()).toBe(true);
  show('en');
  await expect.element(page.getByText(englishTrouble.closed.title)).toBeVisible();
  await expect.element(page.getByText(englishTrouble.closed.deleted)).toBeVisible();
  expect((await app.vault.unlock({ by: 'recovery-kit', text: KIT })).ok).toBe(true);
  await page.getByRole('button', { name: englishTrouble.putBack }).click();
  await expect.element(page.getByText(englishTrouble.done)).toBeVisible();
  expect(await app.records.get(KEYRING_ID)).toBeDefined();
});

test('X9: a keyring that was crowded before it opened here is not called put back; all its locks are tried, and then it is', async () => {
  await keep(`${app.workspaceId}/last-opened`, undefined);
  await write((keyring) => {
    const kit =
      Object.values(keyring.wraps).find(({ by }) => by === 'recovery-kit') ?? expect.unreachable();
    const derivation = { ...kit.derivation, memoryKiB: 8, passes: 1 };
    const junk = Array.from({ length: 8 }, (_, at) => ({
      ...kit,
      id: `0-${at}`,
      iv: 'AAAAAAAAAAAAAAAA',
      derivation,
    }));
    return {
      ...keyring,
      wraps: { ...Object.fromEntries(junk.map((wrap) => [wrap.id, wrap])), ...keyring.wraps },
    };
  });
  expect((await app.vault.unlock({ by: 'passphrase', text: PASSPHRASE })).ok).toBe(true);
  app.vault.lock();
  show();
  await expect.element(page.getByText(trouble['too-many'].title)).toBeVisible();
  await putBack().click();
  await expect.element(page.getByText(trouble.stays)).toBeVisible();
  expect(await faults()).toEqual([]);
  await expect.element(page.getByText(trouble.done)).not.toBeInTheDocument();
  await page.getByRole('button', { name: /Använd återställningskitet/ }).click();
  await page.getByLabelText('De tolv orden').fill(KIT);
  await page.getByRole('button', { name: 'Lås upp', exact: true }).click();
  await page.getByRole('button', { name: swedish.unlock.tryAll }).click();
  await expect.poll(() => app.vault.isOpen).toBe(true);
  expect(await putBackHere(app.opened)).toBe('done');
  expect((await keyringStanding(app.opened)).trouble).toBeUndefined();
});

test('X9: what nobody vouches for is reported once the phrase was typed, and put back', async () => {
  await write((keyring) => {
    const junk = Object.values(keyring.wraps).map((wrap) => ({
      ...wrap,
      id: `0-${wrap.by}`,
      iv: 'AAAAAAAAAAAAAAAA',
      vouched: undefined,
    }));
    const gone = Object.fromEntries(Object.keys(keyring.wraps).map((id) => [id, true as const]));
    const wraps = Object.fromEntries(junk.map((wrap) => [wrap.id, wrap]));
    return { ...keyring, wraps, wrapsTakenOff: gone };
  });
  expect((await app.vault.unlock({ by: 'passphrase', text: PASSPHRASE })).ok).toBe(true);
  app.vault.lock();
  show();
  await expect
    .element(page.getByText(trouble.closed.written('Johan Ek', 'i dag 08:00')))
    .toBeVisible();
  await putBack().click();
  await expect.element(page.getByText(trouble.done)).toBeVisible();
  for (const secret of [
    { by: 'passphrase', text: PASSPHRASE } as const,
    { by: 'recovery-kit', text: KIT } as const,
  ]) {
    expect((await app.vault.unlock(secret)).ok).toBe(true);
    app.vault.lock();
  }
  expect((await keyringStanding(app.opened)).trouble).toBeUndefined();
});

/** As a newer version, or a member by hand, wrote it. */
const writeNewer = async (): Promise<void> => {
  const document = await app.opened.database.records.findOne(KEYRING_ID).exec();
  await document?.incrementalModify((was: VolymRecord) => ({
    ...was,
    data: { v: 2 },
    updatedBy: 'johan',
  }));
};

test('X9: a keyring of a newer version is reported as such, what was kept opens, and it can be put back', async () => {
  await writeNewer();
  show();
  await expect.element(page.getByText(trouble.newer.title)).toBeVisible();
  await expect.element(page.getByText(trouble.ifNobodyHas)).toBeInTheDocument();
  expect((await app.vault.unlock({ by: 'recovery-kit', text: KIT })).ok).toBe(true);
  app.vault.lock();
  await page.getByLabelText('Lösenfras').fill(PASSPHRASE);
  await page.getByRole('button', { name: 'Lås upp', exact: true }).click();
  await expect.poll(() => app.vault.isOpen).toBe(true);
  await putBack().click();
  await expect.element(page.getByText(trouble.done)).toBeVisible();
  await expect.element(page.getByText(trouble.newer.title)).not.toBeInTheDocument();
  app.vault.lock();
  expect((await app.vault.unlock({ by: 'passphrase', text: PASSPHRASE })).ok).toBe(true);
  expect((await keyringStanding(app.opened)).trouble).toBeUndefined();
});

test('X9: a device on which no keyring ever opened says of a newer one to update, and offers nothing to put back', async () => {
  await writeNewer();
  await keep(`${app.workspaceId}/last-opened`, undefined);
  show('en');
  await expect.element(page.getByText(englishTrouble.newer.title)).toBeVisible();
  await expect
    .element(page.getByRole('button', { name: englishTrouble.putBack }))
    .not.toBeInTheDocument();
  const opened = await app.vault.unlock({ by: 'passphrase', text: PASSPHRASE });
  expect(opened).toMatchObject({ ok: false, problem: { code: 'no-keyring' } });
});

test('X18: a reader is told whom to ask, and can put nothing back', async () => {
  app.settings.changeWorkspace(app.workspaceId, { onlyReads: true });
  await (await app.opened.database.records.findOne(KEYRING_ID).exec())?.remove();
  show();
  await expect.element(page.getByText(trouble.askOthers)).toBeInTheDocument();
  await expect.element(putBack()).not.toBeInTheDocument();
});

test('X9: Sync and safety tells who changed the keys and when, by what the passphrase opened', async () => {
  const inUse = { generation: 2, vaultKey: 'v', workspaceKey: 'w', by: 'johan', at: clock.now() };
  showWith(app, Checks, { status: ALONE, keyring: undefined, keysInUse: inUse }, 'sv', {
    sync,
    backup,
  });
  await expect.element(page.getByText(sync.safety.keys.changed)).toBeVisible();
  await expect.element(page.getByText(sync.safety.keys.by('Johan Ek'))).toBeVisible();
});

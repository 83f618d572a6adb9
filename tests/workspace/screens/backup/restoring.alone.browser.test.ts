import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import { noteBackup } from '#data/backup/last-backup.ts';
import { makeBackup } from '#data/backup/make-backup.ts';
import { lastTest } from '#data/backup/tested-backup.ts';
import { createWorkspace } from '#data/workspace/create-workspace.ts';
import { databaseName } from '#data/records/database.ts';
import { eraseWorkspace } from '#data/workspace/erase-workspace.ts';
import { openWorkspace } from '#data/workspace/open-workspace.ts';
import { openSettings } from '#data/device/settings.ts';
import { deriveInWorker } from '#data/vault/derive/derive.ts';
import { forgetDeviceKeys } from '#data/vault/device-keys.ts';
import { backup as english } from '#workspace/words/en/backup.ts';
import { vault as vaultEnglish } from '#workspace/words/en/vault.ts';
import { backup as swedish } from '#workspace/words/sv/backup.ts';
import { vault as vaultSwedish } from '#workspace/words/sv/vault.ts';
import { App } from '#ui/app.svelte.ts';
import RestoreScreen from '#workspace/screens/backup/RestoreScreen.svelte';
import { Restoring } from '#workspace/screens/backup/restoring.svelte.ts';
import { loadExamples } from '#workspace/screens/start/load-examples.ts';
import { keptStorage } from '#tests/factories/kept-storage.ts';
import { outOfSightFor } from '#tests/factories/out-of-sight.ts';
import { quickDerivation } from '#tests/factories/quick-derivation.ts';
import { setClock, type SetClock } from '#tests/factories/set-clock.ts';
import { KIT, PASSPHRASE } from '#tests/factories/vaults.ts';
import { addOrder, showWith } from '#tests/programmes/apple-credit/screens/credit-app.ts';

// Where it ends is another page: a journey follows it there.
vi.mock(import('$app/navigation'), async (original) => ({ ...(await original()), goto: vi.fn() }));

const NIGHT_MS = 10 * 3_600_000;

let file: File;
let id: string;
let app: App;
let clock: SetClock;

/** A file of a workspace that this device then knows nothing of. */
beforeEach(async () => {
  const here = { settings: openSettings(keptStorage()), clock: setClock() };
  const made = {
    name: 'Nordby IT',
    person: 'Sara',
    programmes: ['apple-credit'],
    passphrase: PASSPHRASE,
  } as const;
  const deriving = { derive: deriveInWorker, derivation: quickDerivation };
  id = (await createWorkspace({ ...made, kitWords: KIT.split(' ') }, { ...here, deriving })).id;
  const { database, vault } = await openWorkspace(id, here);
  const begun = await makeBackup({
    workspaceId: id,
    collection: database.records,
    now: here.clock.time,
  });
  if (!begun.ok) throw new Error(begun.problem.code);
  const parts: BlobPart[] = [];
  for await (const part of begun.value.bytes) parts.push(part);
  file = new File(parts, 'nordby.volym');
  vault.close();
  await database.close();
  await eraseWorkspace(id, here.settings);
  clock = setClock();
  app = new App(openSettings(keptStorage()), clock);
});
afterEach(async () => {
  await app.leave();
  app.settings.close();
  indexedDB.deleteDatabase(databaseName(id));
  await forgetDeviceKeys(id);
});

const unlocked = async (restoring: Restoring): Promise<void> => {
  expect((await restoring.lock?.unlock({ by: 'passphrase', text: PASSPHRASE }))?.ok).toBe(true);
  await restoring.unlocked();
};

describe('X11: a dry run tests a backup', () => {
  test('X11: the whole file was read in place: it is noted with the workspace, before anything is taken in', async () => {
    const restoring = new Restoring(app);
    await restoring.choose(file);
    await unlocked(restoring);
    expect(app.settings.newest.workspaces[id]).toBeUndefined();
    await restoring.goOn(false);
    await restoring.be('Sara Lindholm');
    expect(lastTest(app.settings.newest, id)).toMatchObject({
      inPlace: true,
      otherOf: restoring.madeAt,
    });
    const records = restoring.dryRun?.summary.records ?? 0;
    const saved = { madeAt: restoring.madeAt, records, testedAt: restoring.madeAt, inPlace: false };
    noteBackup(app.settings, id, saved);

    const cut = new File([file.slice(0, file.size - 40)], 'nordby.volym');
    const again = new Restoring(app);
    await again.choose(cut);
    expect([again.step, again.problem]).toEqual(['choose', 'cut-off']);
    expect(lastTest(app.settings.newest, id)).toMatchObject({ inPlace: false });
    await again.choose(file);
    expect(again.step).toBe('dry-run');
    expect(lastTest(app.settings.newest, id)).toEqual({ testedAt: clock.now(), inPlace: true });
    again.cancel();
  });
});

describe('X9: a backup that was opened locks by itself', () => {
  test('X9: a night out of sight ends what was opened, whatever step it is at; who knows the phrase goes on', async () => {
    const restoring = new Restoring(app);
    await restoring.choose(file);
    for (const step of ['dry-run', 'who'] as const) {
      await unlocked(restoring);
      if (step === 'who') await restoring.goOn(false);
      expect(restoring.step).toBe(step);
      outOfSightFor(clock, 59_000);
      expect(restoring.step).toBe(step);
      outOfSightFor(clock, NIGHT_MS);
      expect([restoring.step, restoring.isLockedAgain, restoring.dryRun]).toEqual([
        'locked',
        true,
        undefined,
      ]);
      expect(restoring.lock?.opened).toBeUndefined();
      await restoring.be('Någon Annan');
      expect([restoring.step, app.hasWorkspace]).toEqual(['locked', false]);
    }
    await unlocked(restoring);
    expect([restoring.step, restoring.isLockedAgain]).toEqual(['dry-run', false]);
    await restoring.goOn(false);
    await restoring.be('Sara Lindholm');
    expect([restoring.step, app.vault.isOpen]).toEqual(['done', true]);
    restoring.cancel();
  });

  test('X9: what is compared when the time is up comes to nothing', async () => {
    const restoring = new Restoring(app);
    await restoring.choose(file);
    await restoring.lock?.unlock({ by: 'passphrase', text: PASSPHRASE });
    const comparing = restoring.unlocked();
    outOfSightFor(clock, NIGHT_MS);
    await comparing;
    expect([restoring.step, restoring.problem]).toEqual(['locked', undefined]);
    restoring.cancel();
  });

  test('X9: what is written when the time is up is written whole, and the vault stays locked', async () => {
    const restoring = new Restoring(app);
    await restoring.choose(file);
    await unlocked(restoring);
    await restoring.goOn(false);
    const writing = restoring.be('Sara Lindholm');
    outOfSightFor(clock, NIGHT_MS);
    await writing;
    const { name } = app.settings.current.workspaces[id] ?? {};
    expect([restoring.step, name, app.vault.isOpen]).toEqual(['done', 'Nordby IT', false]);
    restoring.cancel();
  });

  test.each(['sv', 'en'] as const)(
    'X9: the screen says so, and asks for the phrase again: %s',
    async (language) => {
      const [vault, backup] = language === 'sv' ? [vaultSwedish, swedish] : [vaultEnglish, english];
      showWith(app, RestoreScreen, {}, language, { backup, vault });
      await page.getByLabelText(backup.restore.file).upload(file);
      const phrase = page.getByLabelText(vault.unlock.phrase, { exact: true });
      await phrase.fill(PASSPHRASE);
      await page.getByRole('button', { name: vault.unlock.open, exact: true }).click();
      await expect
        .element(page.getByRole('heading', { name: backup.restore.dryRun }))
        .toBeVisible();
      outOfSightFor(clock, NIGHT_MS);
      await expect
        .element(page.getByText(new RegExp(`^${backup.restore.lockedAgain} `)))
        .toBeVisible();
      await expect.element(phrase).toHaveValue('');
    },
  );
});

describe('X10, X15: a backup that takes the place of the example', () => {
  const toTheLastQuestion = async (): Promise<void> => {
    await app.startDemo(await loadExamples());
    app.settings.change({ language: 'sv' });
    clock.time += 60_000;
    showWith(app, RestoreScreen, {}, 'sv', { backup: swedish, vault: vaultSwedish });
    await page.getByLabelText(swedish.restore.file).upload(file);
    await page.getByLabelText(vaultSwedish.unlock.phrase, { exact: true }).fill(PASSPHRASE);
    await page.getByRole('button', { name: vaultSwedish.unlock.open, exact: true }).click();
  };
  const answer = async (): Promise<void> => {
    await page.getByRole('button', { name: swedish.restore.next }).click();
    await page.getByRole('radio', { name: 'Sara' }).click();
    await page.getByRole('button', { name: 'Klar' }).click();
  };
  const asked = page.getByRole('dialog', { name: 'Det du lagt in raderas också' });

  test('X10, X15: is asked about before what someone added there goes with it', async () => {
    await toTheLastQuestion();
    const { workspaceId } = app;
    await addOrder(app, []);
    await answer();
    await expect.element(asked.getByText('Tillagda poster')).toBeVisible();
    await asked.getByRole('button', { name: 'Stanna kvar' }).click();
    await expect.element(asked).not.toBeInTheDocument();
    expect([app.workspaceId, app.settings.current.workspaces[id]]).toEqual([
      workspaceId,
      undefined,
    ]);
    await page.getByRole('button', { name: 'Klar' }).click();
    await asked.getByRole('button', { name: 'Radera och lämna' }).click();
    await expect.poll(() => app.hasWorkspace && app.workspaceId).toBe(id);
    expect(app.settings.current.workspaces[workspaceId]).toBeUndefined();
  });

  test('X10, X15: asks nothing of who only looked around', async () => {
    await toTheLastQuestion();
    await answer();
    await expect.poll(() => app.hasWorkspace && app.workspaceId).toBe(id);
    await expect.element(asked).not.toBeInTheDocument();
  });

  test('X9, X15: what locks while it is asked is asked about no more, before it is opened again', async () => {
    await toTheLastQuestion();
    const { workspaceId } = app;
    await addOrder(app, []);
    await answer();
    await expect.element(asked).toBeVisible();
    outOfSightFor(clock, NIGHT_MS);
    await expect.element(asked).not.toBeInTheDocument();
    const phrase = page.getByLabelText(vaultSwedish.unlock.phrase, { exact: true });
    await phrase.fill(PASSPHRASE);
    await page.getByRole('button', { name: vaultSwedish.unlock.open, exact: true }).click();
    await page.getByRole('button', { name: swedish.restore.next }).click();
    await expect.element(page.getByRole('button', { name: 'Klar' })).toBeVisible();
    await expect.element(asked).not.toBeInTheDocument();
    expect(app.workspaceId).toBe(workspaceId);
    await app.eraseHere();
  });
});

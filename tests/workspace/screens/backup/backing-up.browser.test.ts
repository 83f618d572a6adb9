import { afterEach, expect, test, vi } from 'vitest';
import { lastBackupOf } from '#data/backup/last-backup.ts';
import { createWorkspace } from '#data/workspace/create-workspace.ts';
import { databaseName } from '#data/records/database.ts';
import { deriveInWorker } from '#data/vault/derive/derive.ts';
import { BackingUp } from '#workspace/screens/backup/backing-up.svelte.ts';
import { quickDerivation } from '#tests/factories/quick-derivation.ts';
import { KIT, PASSPHRASE } from '#tests/factories/vaults.ts';
import { openApp } from '#tests/programmes/apple-credit/screens/credit-app.ts';

let left = '';
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
  for (const part of ['canShare', 'share']) Reflect.deleteProperty(navigator, part);
  indexedDB.deleteDatabase(databaseName(left));
});

/** The sheet of an iPhone, which stays open until the test closes it. */
const sheetOfIphone = (): (() => void) => {
  vi.stubGlobal('showSaveFilePicker', undefined);
  vi.spyOn(navigator, 'userAgent', 'get').mockReturnValue(
    'Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X)',
  );
  const { promise, resolve } = Promise.withResolvers<void>();
  Object.assign(navigator, { canShare: () => true, share: () => promise });
  return resolve;
};

test('X10: a backup that is saved after another workspace was entered is noted with the one it holds', async () => {
  const close = sheetOfIphone();
  const { app, clock } = await openApp();
  left = app.workspaceId;
  const backingUp = new BackingUp(app);
  await backingUp.make();
  expect(backingUp.state).toBe('ready');
  const saved = backingUp.handOver();
  const other = await createWorkspace(
    {
      name: 'Skolan',
      person: 'Johan Ek',
      programmes: ['apple-credit'] as const,
      passphrase: PASSPHRASE,
      kitWords: KIT.split(' '),
    },
    {
      settings: app.settings,
      clock,
      deriving: { derive: deriveInWorker, derivation: quickDerivation },
    },
  );
  await app.enter(other.id, other.opened);
  close();
  await saved;
  const { newest } = app.settings;
  expect(lastBackupOf(newest, left)).toMatchObject({ records: backingUp.records });
  expect(lastBackupOf(newest, other.id)).toBeUndefined();
});

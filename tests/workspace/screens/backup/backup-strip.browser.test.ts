import { screen, waitFor } from '@testing-library/svelte';
import { afterEach, expect, test, vi } from 'vitest';
import { noteBackup } from '#data/backup/last-backup.ts';
import { keepConnection } from '#data/sync/server/connection.ts';
import { changeSecret } from '#data/vault/keyring/change-secret.ts';
import { keyringIn } from '#data/vault/keyring/keyring-in.ts';
import { deriveInWorker } from '#data/vault/derive/derive.ts';
import type { App } from '#ui/app.svelte.ts';
import BackupStrip from '#workspace/screens/backup/BackupStrip.svelte';
import { quickDerivation } from '#tests/factories/quick-derivation.ts';
import { KIT, PASSPHRASE } from '#tests/factories/vaults.ts';
import { openApp, showIn } from '#tests/programmes/apple-credit/screens/credit-app.ts';

afterEach(() => void vi.restoreAllMocks());

const reminder = (says: string): Promise<HTMLElement> =>
  screen.findByRole('complementary', { name: says });
const noReminder = (): Promise<void> =>
  waitFor(() => expect(screen.queryByRole('complementary', { name: /kopia/i })).toBeNull());

const live = (app: App, day: string): void => {
  Object.assign(app.clock, { today: () => day });
  app.tick();
};

/** Home of a workspace made on 2026-11-20, so many days later. */
const later = async (day: string) => {
  const { app } = await openApp();
  live(app, day);
  app.settings.change({ language: 'sv' });
  return app;
};

/** Puts other keys in the place of those that were, on the day that it is. */
const changeKeys = async ({ workspaceId, records, settings, clock }: App): Promise<void> => {
  const deriving = { derive: deriveInWorker, derivation: quickDerivation };
  const changing = changeSecret({ workspaceId, records, settings, clock, deriving });
  expect(await changing.unlock({ by: 'passphrase', text: PASSPHRASE })).toMatchObject({ ok: true });
  const kit = { by: 'recovery-kit', text: KIT.split(' ').reverse().join(' '), number: 2 } as const;
  expect(await changing.rotate(kit)).toMatchObject({ ok: true });
};

test('X10: home says that there is no backup once the workspace has been for two weeks, and where one is made', async () => {
  showIn(await later('2026-12-04'), BackupStrip, {});
  await reminder('Det finns ingen säkerhetskopia');
  expect(screen.getByRole('link', { name: 'Säkerhetskopiera' })).toHaveAttribute(
    'href',
    '/safety/backup',
  );
});

test('X10: a change of keys does not restart the two weeks', async () => {
  const app = await later('2026-12-02');
  await changeKeys(app);
  live(app, '2026-12-04');
  showIn(app, BackupStrip, {});
  await reminder('Det finns ingen säkerhetskopia');
});

test('X10: home says how old the last backup is, until a new one is made', async () => {
  const app = await later('2026-12-04');
  noteBackup(app.settings, app.workspaceId, {
    madeAt: Date.parse('2026-11-19T12:00:00'),
    records: 3,
  });
  showIn(app, BackupStrip, {});
  await reminder('Säkerhetskopian är 15 dagar gammal');
  noteBackup(app.settings, app.workspaceId, {
    madeAt: Date.parse('2026-12-04T07:00:00'),
    records: 3,
  });
  await noReminder();
});

const PLACE = { server: 'https://volym.example', database: 'w', device: 'd', credential: 'c' };

test('X10: a server that takes nothing of this device any more counts for none', async () => {
  const app = await later('2026-12-04');
  await keepConnection(app.workspaceId, PLACE);
  const asked = vi.spyOn(globalThis, 'fetch');
  asked.mockImplementation(() =>
    Promise.resolve(Response.json({ error: 'unauthorized' }, { status: 401 })),
  );
  showIn(app, BackupStrip, {});
  await noReminder();
  await app.startSync();
  await reminder('Det finns ingen säkerhetskopia');
  expect(app.syncStatus.state).toBe('not-let-in');
});

test('X10: home says nothing of backups where a server has it all and none was ever made', async () => {
  const app = await later('2026-12-04');
  await keepConnection(app.workspaceId, PLACE);
  showIn(app, BackupStrip, {});
  await noReminder();
  // A backup that was made here is one to keep up.
  noteBackup(app.settings, app.workspaceId, {
    madeAt: Date.parse('2026-11-19T12:00:00'),
    records: 3,
  });
  await reminder('Säkerhetskopian är 15 dagar gammal');
});

test('X10: home says that a new backup is needed as soon as the one there is opens with what was', async () => {
  const app = await later('2026-11-21');
  const { wraps } = (await keyringIn(app.records))!;
  const madeAt = Date.parse('2026-11-21T07:00:00');
  noteBackup(app.settings, app.workspaceId, { madeAt, records: 3, wraps: Object.keys(wraps) });
  showIn(app, BackupStrip, {});
  await noReminder();
  await changeKeys(app);
  await reminder('Säkerhetskopian öppnas bara med den förra frasen eller det förra kitet');
});

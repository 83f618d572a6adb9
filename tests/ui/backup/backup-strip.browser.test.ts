import { screen, waitFor } from '@testing-library/svelte';
import { expect, test } from 'vitest';
import { noteBackup } from '#data/backup/last-backup.ts';
import { keepConnection } from '#data/sync/connection.ts';
import BackupStrip from '#ui/backup/BackupStrip.svelte';
import { openApp, showIn } from '../credit/credit-app.ts';

const reminder = (says: string): Promise<HTMLElement> => screen.findByRole('complementary', { name: says });
const noReminder = (): Promise<void> =>
  waitFor(() => expect(screen.queryByRole('complementary', { name: /kopia/i })).toBeNull());

/** Home of a workspace made on 2026-11-20, so many days later. */
const later = async (day: string) => {
  const { app, clock } = await openApp();
  Object.assign(clock, { today: () => day });
  app.tick();
  app.settings.change({ language: 'sv' });
  return app;
};

test('X10: home says that there is no backup once the workspace has been for two weeks, and where one is made', async () => {
  showIn(await later('2026-12-04'), BackupStrip, {});
  await reminder('Det finns ingen säkerhetskopia');
  expect(screen.getByRole('link', { name: 'Säkerhetskopiera' })).toHaveAttribute('href', '/safety/backup');
});

test('X10: home says how old the last backup is, until a new one is made', async () => {
  const app = await later('2026-12-04');
  noteBackup(app.settings, app.workspaceId, { madeAt: Date.parse('2026-11-19T12:00:00'), records: 3 });
  showIn(app, BackupStrip, {});
  await reminder('Säkerhetskopian är 15 dagar gammal');
  noteBackup(app.settings, app.workspaceId, { madeAt: Date.parse('2026-12-04T07:00:00'), records: 3 });
  await noReminder();
});

test('X10: home says nothing of backups where a server has it all and none was ever made', async () => {
  const app = await later('2026-12-04');
  const place = { server: 'https://volym.example', database: 'w', device: 'd', credential: 'c' };
  await keepConnection(app.workspaceId, place);
  showIn(app, BackupStrip, {});
  await noReminder();
  // A backup that was made here is one to keep up.
  noteBackup(app.settings, app.workspaceId, { madeAt: Date.parse('2026-11-19T12:00:00'), records: 3 });
  await reminder('Säkerhetskopian är 15 dagar gammal');
});

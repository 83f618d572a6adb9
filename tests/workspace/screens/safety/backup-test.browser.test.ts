import { screen } from '@testing-library/svelte';
import { expect, test } from 'vitest';
import { noteBackup } from '#data/backup/last-backup.ts';
import { noteTested } from '#data/backup/tested-backup.ts';
import { ALONE } from '#data/sync/tabs/tab-status.ts';
import { backup } from '#workspace/words/sv/backup.ts';
import { sync } from '#workspace/words/sv/sync.ts';
import { openApp, showWith } from '#tests/programmes/apple-credit/screens/credit-app.ts';
import Checks from '#workspace/screens/safety/Checks.svelte';

test('X11: a backup that is not tested says what counts as that and leads there; a dry run of it says when', async () => {
  const { app, clock } = await openApp();
  showWith(app, Checks, { status: ALONE, keyring: undefined }, 'sv', { sync, backup });
  const way = () => screen.queryByRole('link', { name: backup.test });
  expect(screen.getByText(backup.notTested)).toBeTruthy();
  expect(screen.getByText(backup.whatTests)).toBeTruthy();
  expect(way()?.getAttribute('href')).toMatch(/\/restore$/);
  const made = { madeAt: clock.time, records: 12, testedAt: clock.time };
  noteBackup(app.settings, app.workspaceId, { ...made, inPlace: false });
  expect(await screen.findByText(backup.make.testedBeforeDetail)).toBeTruthy();
  expect(way()).not.toBeNull();
  noteTested(app.settings, app.workspaceId, made);
  await expect.poll(way).toBeNull();
  expect(screen.getByText(/^provat \d/)).toBeTruthy();
  expect(screen.queryByText(backup.make.testedBeforeDetail)).toBeNull();
});

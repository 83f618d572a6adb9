import { describe, expect, test } from 'vitest';
import type { Wrap } from '#workspace/rules/vault/keyring.ts';
import {
  backupAge,
  lastBackupOf,
  noteBackup,
  remindsOfBackup,
  workspaceSince,
} from '#data/backup/last-backup.ts';
import { openSettings } from '#data/device/settings.ts';
import { backupFileName } from '#workspace/screens/backup/file-name.ts';
import { keptStorage } from '#tests/factories/kept-storage.ts';

const on = (day: string): number => Date.parse(`${day}T12:00:00`);

describe('X10: the last backup', () => {
  test('X10: is kept on this device by workspace, and outlives a restart', () => {
    const storage = keptStorage();
    const settings = openSettings(storage);
    settings.changeWorkspace('w1', { name: 'Nordby IT' });
    expect(lastBackupOf(settings.current, 'w1')).toBeUndefined();
    const backup = { madeAt: on('2026-11-06'), records: 12, testedAt: on('2026-11-06') };
    noteBackup(settings, 'w1', backup);
    settings.changeWorkspace('w1', { name: 'Nordby' });
    const again = openSettings(storage).current;
    expect(lastBackupOf(again, 'w1')).toEqual(backup);
    expect(lastBackupOf(again, 'w2')).toBeUndefined();
    expect(again.workspaces.w1).toMatchObject({ name: 'Nordby' });
  });

  test('X10: is not noted of a workspace that was erased from this device meanwhile', () => {
    const settings = openSettings(keptStorage());
    settings.changeWorkspace('w1', { name: 'Nordby IT' });
    settings.forgetWorkspace('w1');
    noteBackup(settings, 'w1', { madeAt: on('2026-11-06'), records: 12 });
    expect(settings.newest.workspaces).toEqual({});
  });

  test('X10: a workspace has been since the oldest day that its keyring or its people tell of', () => {
    const wrap = (madeOn: string) => ({ madeOn }) as Wrap;
    const person = (opened?: Record<string, string>) => ({
      data: { v: 1, name: 'Sara', ...(opened && { opened }) },
    });
    const keyring = { wraps: { a: wrap('2026-11-15'), b: wrap('2026-11-12') } };
    expect(workspaceSince(keyring, [person()])).toBe('2026-11-12');
    expect(
      workspaceSince(keyring, [person(), person({ before: '2026-11-01', a: '2026-11-15' })]),
    ).toBe('2026-11-01');
    expect(workspaceSince({ wraps: {} }, [])).toBeUndefined();
  });

  test('X10: is due when there is none, and from its fourteenth day on', () => {
    const age = (today: string) => backupAge({ madeAt: on('2026-11-06'), records: 1 }, today);
    expect(backupAge(undefined, '2026-11-20')).toEqual({ days: undefined, isDue: true });
    expect(age('2026-11-06')).toEqual({ days: 0, isDue: false });
    expect(age('2026-11-19')).toEqual({ days: 13, isDue: false });
    expect(age('2026-11-20')).toEqual({ days: 14, isDue: true });
    // A clock that was set back makes no backup of tomorrow.
    expect(age('2026-11-01')).toEqual({ days: 0, isDue: false });
  });

  test('X10: home reminds of an old one, and of a missing one after a while if no copy is elsewhere', () => {
    const at = { today: '2026-11-20', since: '2026-11-01', hasServer: false, isOutlived: false };
    const made = (day: string) => ({ madeAt: on(day), records: 1 });
    expect(remindsOfBackup(made('2026-11-06'), at)).toBe(true);
    expect(remindsOfBackup(made('2026-11-06'), { ...at, hasServer: true })).toBe(true);
    expect(remindsOfBackup(made('2026-11-07'), at)).toBe(false);
    expect(remindsOfBackup(made('2026-11-07'), { ...at, isOutlived: true })).toBe(true);
    expect(remindsOfBackup(undefined, at)).toBe(true);
    expect(remindsOfBackup(undefined, { ...at, hasServer: true })).toBe(false);
    expect(remindsOfBackup(undefined, { ...at, since: '2026-11-07' })).toBe(false);
  });

  test('X10: its file says which workspace and day, in letters that every system takes', () => {
    expect(backupFileName('Nordby IT', '2026-11-20')).toBe('volym-nordby-it-2026-11-20.volym');
    expect(backupFileName(' Åse & Öberg/skolan ', '2026-11-20')).toBe(
      'volym-ase-oberg-skolan-2026-11-20.volym',
    );
    expect(backupFileName('学校', '2026-11-20')).toBe('volym-2026-11-20.volym');
  });
});

import { describe, expect, test } from 'vitest';
import { lastBackupOf, noteBackup } from '#data/backup/last-backup.ts';
import { lastTest, noteTested } from '#data/backup/tested-backup.ts';
import { openSettings } from '#data/device/settings.ts';
import { keptStorage } from '#tests/factories/kept-storage.ts';

const noon = (day: string): number => Date.parse(`${day}T12:00:00`);
const made = { madeAt: noon('2026-11-06'), records: 12 };

const here = () => {
  const settings = openSettings(keptStorage());
  settings.changeWorkspace('w1', { name: 'Nordby IT' });
  return settings;
};

describe('X11: the last restore test', () => {
  test('X11: a dry run of the backup file made here tests that backup in place', () => {
    const settings = here();
    noteBackup(settings, 'w1', {
      ...made,
      testedAt: noon('2026-11-06'),
      inPlace: false,
      wraps: ['a'],
    });
    expect(lastTest(settings.current, 'w1')).toEqual({
      testedAt: noon('2026-11-06'),
      inPlace: false,
    });
    noteTested(settings, 'w1', { ...made, testedAt: noon('2026-11-20') });
    expect(lastTest(settings.current, 'w1')).toEqual({
      testedAt: noon('2026-11-20'),
      inPlace: true,
    });
    expect(lastBackupOf(settings.current, 'w1')).toMatchObject({ ...made, wraps: ['a'] });
    // A newer one has its own test to come.
    noteBackup(settings, 'w1', {
      madeAt: noon('2026-11-21'),
      records: 12,
      testedAt: noon('2026-11-21'),
    });
    expect(lastTest(settings.current, 'w1')).toMatchObject({ inPlace: false });
  });

  test.each([
    ['another moment', { ...made, madeAt: made.madeAt + 1 }],
    ['other records', { ...made, records: 11 }],
  ])('X11: a dry run of a file of %s tests another backup, not the last one', (_, file) => {
    const settings = here();
    noteBackup(settings, 'w1', { ...made, testedAt: noon('2026-11-06'), inPlace: false });
    noteTested(settings, 'w1', { ...file, testedAt: noon('2026-11-20') });
    expect(lastTest(settings.current, 'w1')).toEqual({
      testedAt: noon('2026-11-06'),
      inPlace: false,
    });
  });

  test('X11: where none was made, the newest that was read here is shown, and silences no reminder', () => {
    const settings = here();
    const older = { ...made, madeAt: noon('2026-10-01') };
    expect(lastTest(settings.current, 'w1')).toBeUndefined();
    for (const file of [made, older])
      noteTested(settings, 'w1', { ...file, testedAt: noon('2026-11-20') });
    expect(lastTest(settings.current, 'w1')).toEqual({
      testedAt: noon('2026-11-20'),
      inPlace: true,
      otherOf: made.madeAt,
    });
    expect(lastBackupOf(settings.current, 'w1')).toBeUndefined();
  });

  test('X11: nothing is noted of a workspace that is not on this device', () => {
    const settings = here();
    noteTested(settings, 'w2', { ...made, testedAt: noon('2026-11-20') });
    expect(Object.keys(settings.newest.workspaces)).toEqual(['w1']);
  });
});

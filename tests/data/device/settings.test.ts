import { describe, expect, test } from 'vitest';
import { openSettings } from '#data/device/settings.ts';
import { keptStorage } from '#tests/factories/kept-storage.ts';

describe('X9: settings of this device', () => {
  test('X9: begin with the lock after a minute hidden and five minutes idle', () => {
    const { current } = openSettings(keptStorage());
    expect(current).toEqual({
      language: '',
      theme: '',
      workspace: '',
      workspaces: {},
      lockAfterHiddenMs: 60_000,
      lockAfterIdleMs: 300_000,
      installHint: { visits: 0, lastVisit: 0, closed: false },
    });
  });

  test('X9: outlive a restart and tell who listens', () => {
    const storage = keptStorage();
    const first = openSettings(storage);
    const heard: string[] = [];
    first.changes$.subscribe(({ theme }) => heard.push(theme));
    first.change({ theme: 'dark' });
    first.changeWorkspace('w1', { person: 'p1' });
    expect(heard).toEqual(['', 'dark', 'dark']);
    expect(openSettings(storage).current).toMatchObject({
      theme: 'dark',
      workspaces: { w1: { person: 'p1', name: '', wrong: { count: 0, since: 0 } } },
    });
  });

  test('X9: a writer does not undo what another page wrote meanwhile', () => {
    const storage = keptStorage();
    const [here, there] = [openSettings(storage), openSettings(storage)];
    there.changeWorkspace('w1', { wrong: { count: 3, since: 9 } });
    here.change({ theme: 'light' });
    expect(openSettings(storage).current).toMatchObject({
      theme: 'light',
      workspaces: { w1: { wrong: { count: 3, since: 9 } } },
    });
  });

  test('X9: one workspace that cannot be read takes no other with it, and a change writes none of them away', () => {
    const storage = keptStorage();
    const good = { person: 'p1', name: 'Nordby IT', wrong: { count: 2, since: 9 } };
    storage.setItem(
      'volym-settings',
      JSON.stringify({ workspace: 'a', workspaces: { a: good, b: null, c: 'newer' } }),
    );
    const settings = openSettings(storage);
    expect(settings.current.workspaces).toEqual({ a: good });
    settings.change({ theme: 'dark' });
    settings.changeWorkspace('a', { name: 'Nordby' });
    expect(JSON.parse(storage.getItem('volym-settings')!)).toMatchObject({
      workspaces: { a: { ...good, name: 'Nordby' }, b: null, c: 'newer' },
    });
  });

  test('X9: what a newer version keeps is there after a change', () => {
    const storage = keptStorage();
    const newer = {
      theme: 'sepia',
      future: { on: true },
      workspace: 'a',
      workspaces: {
        a: { person: 'p1', name: 'a', wrong: { count: 0, since: 0, hard: true }, joined: 'x' },
      },
      installHint: { visits: 1, lastVisit: 2, closed: false, asked: 3 },
    };
    storage.setItem('volym-settings', JSON.stringify(newer));
    const settings = openSettings(storage);
    expect(settings.current.theme).toBe('');
    settings.change({ language: 'en' });
    settings.changeWorkspace('a', { name: 'b' });
    settings.change({ installHint: { ...settings.current.installHint, visits: 2 } });
    expect(JSON.parse(storage.getItem('volym-settings')!)).toEqual({
      ...newer,
      language: 'en',
      workspaces: { a: { ...newer.workspaces.a, name: 'b' } },
      installHint: { ...newer.installHint, visits: 2 },
    });
  });

  test('X9: invalid settings are put aside before a change writes over them', () => {
    const storage = keptStorage();
    storage.setItem('volym-settings', '{"workspace":"a","workspa');
    openSettings(storage).change({ theme: 'dark' });
    expect(storage.getItem('volym-settings-unread')).toBe('{"workspace":"a","workspa');
    expect(openSettings(storage).current.theme).toBe('dark');
  });

  test.each([
    '',
    '{',
    '[]',
    'null',
    '{"theme":"pink","lockAfterIdleMs":-4,"workspaces":{"w":{"wrong":"x"}}}',
  ])('X9: what cannot be read (%j) falls back', (broken) => {
    const storage = keptStorage();
    storage.setItem('volym-settings', broken);
    const { current } = openSettings(storage);
    expect(current.theme).toBe('');
    expect(current.lockAfterIdleMs).toBe(300_000);
  });

  test('X9: a device that keeps nothing still works while the page lives', () => {
    const refusing = {
      ...keptStorage(),
      setItem: () => {
        throw new DOMException('no', 'QuotaExceededError');
      },
    } as Storage;
    const settings = openSettings(refusing);
    settings.change({ theme: 'dark' });
    settings.changeWorkspace('w1', { name: 'Nordby IT' });
    expect(settings.current).toMatchObject({
      theme: 'dark',
      workspaces: { w1: { name: 'Nordby IT' } },
    });
  });

  test('X9: a workspace that is forgotten is no longer the one in use', () => {
    const settings = openSettings(keptStorage());
    settings.change({ workspace: 'w1' });
    settings.changeWorkspace('w1', { name: 'a' });
    settings.forgetWorkspace('w1');
    expect(settings.current).toMatchObject({ workspace: '', workspaces: {} });
  });
});

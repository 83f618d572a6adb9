import { expect, test } from 'vitest';
import { ALONE, type TabStatus } from '#data/sync/tabs/tab-status.ts';
import { sync } from '#workspace/words/sv/sync.ts';
import { isShutOut, isStripDue, notAlone, stripWords } from '#workspace/screens/sync/sync-words.ts';

test('X11: a workspace that has a server is never said to be on this device alone', () => {
  expect(notAlone(ALONE).state).toBe('starting');
  expect(notAlone({ ...ALONE, state: 'offline' }).state).toBe('offline');
});

const status = (state: TabStatus['state'], waiting: number): TabStatus => ({
  ...ALONE,
  state,
  waiting,
});

test('X8: every screen says that the server is away while changes wait for it, and only then', () => {
  expect(isStripDue(status('offline', 0))).toBe(false);
  expect(isStripDue(status('in-step', 2))).toBe(false);
  expect(isStripDue(status('offline', 3))).toBe(true);
  expect(isStripDue(status('server-trouble', 1))).toBe(true);
  expect(isStripDue(status('not-let-in', 0))).toBe(true);
});

test('X10: a device that is shut out, or whose login is refused, has its newest records nowhere else', () => {
  const states = [
    'not-let-in',
    'login-refused',
    'offline',
    'server-trouble',
    'other-keys',
    'in-step',
  ] as const;
  expect(states.filter((state) => isShutOut({ state }))).toEqual(['not-let-in', 'login-refused']);
});

test('X8: the strip tells no network from a server that does not answer, and counts what waits', () => {
  const says = (of: TabStatus, hasNetwork = true): string => stripWords(of, hasNetwork, sync).says;
  expect(says(status('offline', 3), false)).toBe('Utan nät. 3 ändringar väntar.');
  expect(says(status('offline', 1))).toBe('Servern nås inte. 1 ändring väntar.');
  expect(says(status('server-trouble', 2))).toBe('Servern svarar fel. 2 ändringar väntar.');
  expect(says(status('not-let-in', 2))).toBe('Servern släpper inte in enheten');
});

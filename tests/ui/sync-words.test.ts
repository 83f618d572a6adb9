import { expect, test } from 'vitest';
import { ALONE } from '#data/sync/tab-status.ts';
import { notAlone } from '#ui/sync/sync-words.ts';

test('X11: a workspace that has a server is never said to be on this device alone', () => {
  expect(notAlone(ALONE).state).toBe('starting');
  expect(notAlone({ ...ALONE, state: 'offline' }).state).toBe('offline');
});

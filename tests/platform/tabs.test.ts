import { expect, test } from 'vitest';
import { openTabLine } from '#platform/tabs.ts';

test('X11: what ends after a tab was closed is told to nobody, and does not fail', async () => {
  const heard: string[] = [];
  const other = openTabLine<string>('tabs-test', (message) => void heard.push(message));
  const line = openTabLine<string>('tabs-test', () => undefined);
  line.say('before');
  line.close();
  expect(() => line.say('after')).not.toThrow();
  await expect.poll(() => heard).toEqual(['before']);
  other.close();
});

import { expect, test } from 'vitest';
import { UnderWay } from '#ui/form/under-way.svelte.ts';

test('X14: a press begins nothing while another is under way, and one that breaks off ends', async () => {
  const work = new UnderWay();
  let answer: (value: string) => void = () => undefined;
  const first = work.run(() => new Promise<string>((resolve) => (answer = resolve)));
  expect(work.busy).toBe(true);
  expect(await work.run(() => Promise.resolve('second'))).toBeUndefined();
  answer('first');
  expect(await first).toBe('first');
  expect(work.busy).toBe(false);
  await expect(work.run(() => Promise.reject(new Error('broken')))).rejects.toThrow('broken');
  expect(work.busy).toBe(false);
});

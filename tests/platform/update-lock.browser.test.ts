import { expect, test } from 'vitest';
import { betweenWork, withoutUpdate } from '#platform/update-lock.ts';

test('X6: an update waits for all work that a reload must not cut in two', async () => {
  const done: string[] = [];
  const finish: (() => void)[] = [];
  const work = (name: string) =>
    withoutUpdate(() => new Promise<void>((resolve) => finish.push(resolve))).then(() =>
      done.push(name),
    );
  const both = Promise.all([work('import'), work('undo')]);
  await expect.poll(() => finish.length).toBe(2);
  const update = betweenWork(() => done.push('update'));
  finish.forEach((resolve) => resolve());
  await Promise.all([both, update]);
  expect(done).toEqual(['import', 'undo', 'update']);
});

test('X6: work is answered at once, and its tab may show what came of it before an update', async () => {
  const held = async () =>
    (await navigator.locks.query()).held?.filter(({ name }) => name === 'volym-update');
  expect(await withoutUpdate(() => Promise.resolve('imported'))).toBe('imported');
  expect(await held()).toMatchObject([{ mode: 'shared' }]);
  await betweenWork(() => undefined);
  expect(await held()).toEqual([]);
});

test('X6: work that fails holds nothing up', async () => {
  await expect(withoutUpdate(() => Promise.reject(new Error('no')))).rejects.toThrow('no');
  let updated = false;
  await betweenWork(() => (updated = true));
  expect(updated).toBe(true);
});

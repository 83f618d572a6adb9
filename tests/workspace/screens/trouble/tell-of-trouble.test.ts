import { afterEach, expect, test } from 'vitest';
import { toasts } from '#ui/toast.svelte.ts';
import { tellOfTrouble } from '#workspace/screens/trouble/tell-of-trouble.ts';

afterEach(() => toasts.dismiss());

test('X6: what nobody caught is told in its sheet', async () => {
  const told: unknown[] = [];
  const error = new Error('not foreseen');
  await tellOfTrouble(error, 'sv', 'Försök igen', async () => ({
    showTrouble: async (what: unknown) => void told.push(what),
  }));
  expect(told).toEqual([error]);
  expect(toasts.current).toBeUndefined();
});

test('X6: a sheet that cannot be loaded is no fault to be told of in turn, and a line says so', async () => {
  const gone = () => Promise.reject(new TypeError('Importing a module script failed.'));
  await expect(
    tellOfTrouble(new Error('not foreseen'), 'sv', 'Försök igen', gone),
  ).resolves.toBeUndefined();
  expect(toasts.current?.text).toBe('Försök igen');
});

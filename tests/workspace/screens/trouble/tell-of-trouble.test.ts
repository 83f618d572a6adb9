import { afterEach, beforeEach, expect, test } from 'vitest';
import { toasts } from '#ui/toast.svelte.ts';
import { tellOfTrouble } from '#workspace/screens/trouble/tell-of-trouble.ts';

beforeEach(() => toasts.dismiss());
afterEach(() => toasts.dismiss());

test('X6: an error that nobody caught is shown in its sheet', async () => {
  const told: unknown[] = [];
  const error = new Error('not foreseen');
  await tellOfTrouble(error, 'sv', 'Försök igen', async () => ({
    showTrouble: async (what: unknown) => void told.push(what),
  }));
  expect(told).toEqual([error]);
  expect(toasts.current).toBeUndefined();
});

test('X6: a sheet that cannot be loaded is not reported as an error in turn, and a line says so', async () => {
  const gone = () => Promise.reject(new TypeError('Importing a module script failed.'));
  await expect(
    tellOfTrouble(new Error('not foreseen'), 'sv', 'Försök igen', gone),
  ).resolves.toBeUndefined();
  expect(toasts.current?.text).toBe('Försök igen');
});

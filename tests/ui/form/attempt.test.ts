import { expect, test } from 'vitest';
import type { Problem } from '#core/result.ts';
import { Attempt } from '#ui/form/attempt.svelte.ts';

test('X14: a second press while the first is under way does nothing; afterwards one does again', async () => {
  const attempt = new Attempt();
  let presses = 0;
  let answer: (problem: Problem | undefined) => void = () => undefined;
  const work = (): Promise<Problem | undefined> => {
    presses += 1;
    return new Promise((resolve) => (answer = resolve));
  };
  const first = attempt.run(work);
  expect(attempt.busy).toBe(true);
  expect(await attempt.run(work)).toBe(false);
  expect(presses).toBe(1);

  answer(undefined);
  expect(await first).toBe(true);
  expect(attempt.busy).toBe(false);
  void attempt.run(work);
  expect(presses).toBe(2);
});

test('a refusal is shown until the next press answers', async () => {
  const attempt = new Attempt();
  const refused = { code: 'gone' };
  expect(await attempt.run(() => Promise.resolve(refused))).toBe(false);
  expect(attempt.problem).toBe(refused);

  let answer: () => void = () => undefined;
  const next = attempt.run(
    () => new Promise((resolve) => (answer = (): void => resolve(undefined))),
  );
  expect(attempt.problem).toBe(refused);
  answer();
  expect(await next).toBe(true);
  expect(attempt.problem).toBeUndefined();
});

test('what breaks off leaves nothing under way', async () => {
  const attempt = new Attempt();
  await expect(attempt.run(() => Promise.reject(new Error('broken')))).rejects.toThrow('broken');
  expect(attempt.busy).toBe(false);
});

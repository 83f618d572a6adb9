import { afterEach, expect, test } from 'vitest';
import { leftByUndo } from '#core/record/fields-back.ts';
import { ok, refuse, type Problem } from '#core/result.ts';
import { perform, type Done } from '#ui/perform.ts';
import { toasts } from '#ui/toast.svelte.ts';

afterEach(() => toasts.dismiss());

/** Does something whose undo gives this answer, with its own words for a refusal. */
const doing = (answer: Problem | undefined): Promise<unknown> =>
  perform(Promise.resolve(ok('done')), (made) => ({
    message: made,
    undo: () => Promise.resolve(answer),
    refused: ({ code }) => toasts.say(`refused: ${code}`),
  }));

test('X12: what was done is shown with its undo, and a refusal is returned and not shown', async () => {
  const done = (): Done => ({ message: 'done', undo: () => undefined });
  expect(await perform(Promise.resolve(refuse('no-name')), done)).toEqual(refuse('no-name'));
  expect(toasts.current).toBeUndefined();
  expect(await perform(Promise.resolve(ok(1)), done)).toEqual(ok(1));
  expect(toasts.current?.text).toBe('done');
  expect(await toasts.undo()).toBeUndefined();
});

test('X12: a refused undo is shown in the words of its programme, and the fields that it left are returned', async () => {
  await doing({ code: 'hangs' });
  expect(await toasts.undo()).toBeUndefined();
  expect(toasts.current?.text).toBe('refused: hangs');
  await doing(leftByUndo(['name']));
  expect(await toasts.undo()).toEqual({ code: 'changed-in-part', params: { fields: 'name' } });
  expect(toasts.current).toBeUndefined();
});

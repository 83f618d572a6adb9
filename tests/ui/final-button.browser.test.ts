import { createRawSnippet } from 'svelte';
import { afterEach, expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import FinalButton, { UNSEEN_MS } from '#ui/controls/FinalButton.svelte';
import { show } from './show.ts';

afterEach(() => void vi.useRealTimers());

test('X14: a press that nothing takes back counts only once its button has been seen', async () => {
  vi.useFakeTimers();
  const onclick = vi.fn();
  show(FinalButton, {
    onclick,
    children: createRawSnippet(() => ({ render: () => '<b>Radera</b>' })),
  });
  const button = page.getByRole('button', { name: 'Radera' }).element() as HTMLButtonElement;
  await vi.advanceTimersByTimeAsync(UNSEEN_MS - 100);
  button.click();
  expect([button.disabled, onclick.mock.calls.length]).toEqual([true, 0]);
  await vi.advanceTimersByTimeAsync(200);
  button.click();
  expect([button.disabled, onclick.mock.calls.length]).toEqual([false, 1]);
});

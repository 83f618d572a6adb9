import { screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { sync as english } from '#workspace/words/en/sync.ts';
import { sync as swedish } from '#workspace/words/sv/sync.ts';
import { backup } from '#workspace/words/sv/backup.ts';
import { ALONE, type TabStatus } from '#data/sync/tabs/tab-status.ts';
import { faults, inTheme } from '#tests/ui/axe.ts';
import { pressFinal } from '#tests/ui/press-final.ts';
import { openApp, showWith } from '#tests/programmes/apple-credit/screens/credit-app.ts';
import Checks from '#workspace/screens/safety/Checks.svelte';
import WriteOverSheet from '#workspace/screens/safety/WriteOverSheet.svelte';

/** Four documents that cannot be opened, of which three are here. */
const UNREADABLE: TabStatus = {
  ...ALONE,
  state: 'in-step',
  inStepAt: 1,
  countedAt: 1,
  isCounted: true,
  unreadable: 4,
  unreadableHere: 3,
  mayWriteOver: true,
};
const words = swedish.safety.writeOver;
const offer = () => screen.queryByRole('button', { name: words.offer });

/**
 * The sheet as the screen shows it; `tell` is the next status that comes from the tab that does the
 * work.
 */
const openSheet = async (first: TabStatus = UNREADABLE, texts = swedish) => {
  const { app, clock } = await openApp();
  const done = { written: 0, closed: 0 };
  const given = (status: TabStatus) => ({
    status,
    now: () => clock.now(),
    onwrite: () => void (done.written += 1),
    onclose: () => void (done.closed += 1),
  });
  const { rerender } = showWith(app, WriteOverSheet, given(first), 'sv', { sync: texts });
  const tell = (writingOver: TabStatus['writingOver'], more: Partial<TabStatus> = {}) =>
    rerender({ given: { ...given({ ...UNREADABLE, ...more, writingOver }) } });
  return { clock, done, tell };
};

test('X9: writing over is asked once, with how many, what is lost and what stays, and tells how far it is and what came of it', async () => {
  inTheme('light');
  const { clock, done, tell } = await openSheet();
  for (const sentence of [words.what(3), words.stays(1), words.lost, words.first])
    expect(screen.getByText(sentence)).toBeTruthy();
  expect(await faults()).toEqual([]);
  await pressFinal(screen.getByRole('button', { name: words.button(3) }));
  expect(done).toEqual({ written: 1, closed: 0 });
  expect(screen.getByRole('progressbar', { name: words.running }).getAttribute('value')).toBeNull();
  await tell({ is: 'running', done: 1, of: 3 });
  expect(screen.getByText('1 av 3')).toBeTruthy();
  expect(await faults()).toEqual([]);
  clock.time += 1_000;
  await tell(
    { is: 'done', at: clock.time, written: 2, opened: 1, left: 1 },
    { unreadable: 1, unreadableHere: 0 },
  );
  expect(screen.getByText('2 poster är överskrivna.')).toBeTruthy();
  expect(screen.getByText(words.opened(1))).toBeTruthy();
  expect(screen.getByText(words.left(1))).toBeTruthy();
  expect(document.activeElement?.textContent).toContain('2 poster är överskrivna.');
  expect(await faults()).toEqual([]);
  await userEvent.click(screen.getAllByRole('button', { name: 'Stäng' }).at(-1) as HTMLElement);
  expect(done).toEqual({ written: 1, closed: 1 });
});

test('X9: what was written over earlier is no answer to this press, and a refusal says what to do', async () => {
  const { clock, tell } = await openSheet({
    ...UNREADABLE,
    writingOver: { is: 'done', at: 1, written: 9, opened: 0, left: 0 },
  });
  expect(screen.getByText(words.what(3))).toBeTruthy();
  await pressFinal(screen.getByRole('button', { name: words.button(3) }));
  expect(screen.getByRole('progressbar')).toBeTruthy();
  for (const why of ['only-reads', 'other-keys', 'failed'] as const) {
    await tell({ is: 'not-done', at: clock.time, why });
    expect(screen.getByText(words.why[why])).toBeTruthy();
  }
});

test.each([
  ['nobody heard', [undefined]],
  ['was heard by a tab that is gone', [{ is: 'running', done: 1, of: 3 }, undefined]],
  ['nobody heard since it was last done', [{ is: 'done', at: 1, written: 9, opened: 0, left: 0 }]],
] as const)(
  'X11: a press that %s does not say for ever that it is written over',
  async (_, works) => {
    const { clock, tell } = await openSheet();
    await pressFinal(screen.getByRole('button', { name: words.button(3) }));
    // An answer from before the press arrives a moment after it.
    await tell(undefined);
    expect(screen.getByRole('progressbar')).toBeTruthy();
    clock.time += 5_000;
    for (const work of works) await tell(work);
    expect(screen.queryByRole('progressbar')).toBeNull();
    expect(document.activeElement?.textContent).toBe(words.why.lost);
    expect(await faults()).toEqual([]);
  },
);

test('X9: what another tab writes over just now is seen as that, and nothing more is asked', async () => {
  await openSheet({ ...UNREADABLE, writingOver: { is: 'running', done: 2, of: 3 } }, english);
  expect(screen.getByText('2 of 3')).toBeTruthy();
  expect(screen.queryByText(english.safety.writeOver.what(3))).toBeNull();
});

test('X18: it is offered to those who may change, where the keys on the server are the ones in use and something is here', async () => {
  const { app } = await openApp();
  const props = (status: TabStatus) => ({ status, keyring: undefined });
  const { rerender } = showWith(app, Checks, props(UNREADABLE), 'sv', { sync: swedish, backup });
  expect(offer()).toBeTruthy();
  await userEvent.click(offer() as HTMLElement);
  expect(await screen.findByRole('dialog', { name: words.title })).toBeTruthy();
  await userEvent.click(screen.getByRole('button', { name: 'Avbryt' }));
  expect(screen.queryByRole('dialog')).toBeNull();
  for (const more of [
    { mayWriteOver: false },
    { unreadableHere: 0 },
    { state: 'other-keys' },
    { state: 'offline' },
  ] as const) {
    await rerender({ given: props({ ...UNREADABLE, ...more }) });
    expect([more, offer()]).toEqual([more, null]);
  }
  await rerender({ given: props(UNREADABLE) });
  expect(offer()).toBeTruthy();
  app.settings.changeWorkspace(app.workspaceId, { onlyReads: true });
  await expect.poll(offer).toBeNull();
});

test('X9: what is left under an old key is counted, with what it means and what to do, and else not mentioned', async () => {
  const { app } = await openApp();
  const props = (status: TabStatus) => ({ status, keyring: undefined });
  const { rerender } = showWith(app, Checks, props({ ...UNREADABLE, underOldKey: 2 }), 'sv', {
    sync: swedish,
    backup,
  });
  const { keys, syncNow } = swedish.safety;
  expect(screen.getByText(keys.left).parentElement?.textContent).toContain('2');
  expect(screen.getByText(keys.leftWhy(syncNow))).toBeTruthy();
  await rerender({ given: props({ ...UNREADABLE, underOldKey: 0 }) });
  expect(screen.queryByText(keys.left)).toBeNull();
});

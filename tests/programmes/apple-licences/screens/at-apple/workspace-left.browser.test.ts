import { expect, test } from 'vitest';
import type { AppleSync } from '#programmes/apple-licences/work/sync/apple-sync.ts';
import { BehaviorSubject } from 'rxjs';
import { openApp } from '#tests/programmes/apple-credit/screens/credit-app.ts';
import { appleOf, askApple } from '#programmes/apple-licences/screens/sync/apple-in-use.svelte.ts';

/** Something that asks Apple, and still writes for a while once it is told to stop. */
const slowToStop = () => {
  let end: () => void = () => undefined;
  const ended = new Promise<void>((resolve) => (end = resolve));
  const stops: string[] = [];
  const state$ = new BehaviorSubject({ canAsk: true, waiting: [] });
  const apple = { state$, stop: () => (stops.push('told'), ended) } as unknown as AppleSync;
  return { apple, stops, end: () => end() };
};

test.each([
  ['while it asks Apple', false],
  ['after its screens are gone', true],
])(
  'B10: a workspace that is left %s is closed once the last of it is written',
  async (_, isGoneBefore) => {
    const { app } = await openApp();
    const { apple, stops, end } = slowToStop();
    const { database, records, id } = app.opened;
    const stop = askApple(app, apple);
    if (isGoneBefore) void stop();
    const leaving = app.leave();
    expect([stops, appleOf(app)]).toEqual([['told'], undefined]);
    // Its records can still be written.
    const written = await records.change('workspace', (now) => ({ ok: true, value: now }));
    expect([written.ok, database.closed]).toEqual([true, false]);
    end();
    await leaving;
    expect(database.closed).toBe(true);
    await app.enter(id);
  },
);

import { expect, test } from 'vitest';
import { keptAs } from '#ui/shell/kept-screen.ts';

test('X14: a screen is brought back to what it kept, and never to what another kept', () => {
  const screen = {
    at: 3,
    capture: () => screen.at,
    restore: (at: number) => void (screen.at = at),
  };
  const home = keptAs('deadlines', () => screen);
  const kept = home.capture();
  screen.at = 0;
  for (const foreign of [null, keptAs('start', () => screen).capture()]) home.restore(foreign);
  expect(screen.at).toBe(0);
  home.restore(kept);
  expect(screen.at).toBe(3);
});

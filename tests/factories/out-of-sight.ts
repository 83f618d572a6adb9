import type { SetClock } from './set-clock.ts';

const turn = (state: DocumentVisibilityState): void => {
  Object.defineProperty(document, 'visibilityState', { configurable: true, get: () => state });
  document.dispatchEvent(new Event('visibilitychange'));
};

/**
 * The page is out of sight while its clock goes on for so long, and its timers sleep; then it is in
 * sight again.
 */
export const outOfSightFor = (clock: SetClock, ms: number): void => {
  turn('hidden');
  clock.time += ms;
  turn('visible');
  Reflect.deleteProperty(document, 'visibilityState');
};

import { vi } from 'vitest';
import { isPoll } from './world.ts';
import type { Network } from './devices.ts';

/**
 * Turns of the process in a row with nothing under way elsewhere, after which nobody works any
 * more.
 */
const QUIET_TURNS = 100;

const BY_CRYPTO = [
  'encrypt',
  'decrypt',
  'digest',
  'sign',
  'importKey',
  'generateKey',
  'deriveBits',
] as const;

/**
 * The clock of a test, turned by hand: all timers wait for it. What waits for no clock, such as
 * sealing in threads of its own and answers of a server, is waited for by looking whether it is
 * under way, and not by any time: a busy machine is slower and turns the same hours.
 */
export const turnedClock = (begin = 1_795_000_000_000) => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval'] });
  let now = begin;
  let underWay = 0;
  const during = async <T>(work: () => Promise<T>): Promise<T> => {
    underWay += 1;
    return work().finally(() => (underWay -= 1));
  };
  for (const name of BY_CRYPTO) {
    const work = crypto.subtle[name].bind(crypto.subtle) as (
      ...given: unknown[]
    ) => Promise<unknown>;
    vi.spyOn(crypto.subtle, name).mockImplementation(((...given: unknown[]) =>
      during(() => work(...given))) as never);
  }
  /** Until nothing is left to do without time passing. */
  const settled = async (): Promise<void> => {
    for (let quiet = 0; quiet < QUIET_TURNS; quiet = underWay > 0 ? 0 : quiet + 1)
      await new Promise((resolve) => setImmediate(resolve));
  };
  /** Lets so much time go by. */
  const goBy = async (ms: number, step = 1_000): Promise<void> => {
    for (let gone = 0; gone < ms; gone += step) {
      now += step;
      await vi.advanceTimersByTimeAsync(step);
      await settled();
    }
  };
  return {
    now: (): number => now,
    settled,
    goBy,
    /** How long it takes by this clock until it is so; throws when two minutes are not enough. */
    until: async (isSo: () => Promise<boolean>, step = 1_000): Promise<number> => {
      for (let gone = 0; gone <= 120_000; gone += step) {
        await settled();
        if (await isSo()) return gone;
        await goBy(step, step);
      }
      throw new Error('it never comes');
    },
    /** A network whose requests are waited for, but for those that wait for news. */
    over:
      (network: Network): Network =>
      (request, answer) =>
        isPoll(request) ? network(request, answer) : during(() => network(request, answer)),
    stop: (): void => {
      vi.restoreAllMocks();
      vi.useRealTimers();
    },
  };
};

import { appleClient } from '#programmes/apple-licences/work/api/client.ts';
import type { Hold } from '#programmes/apple-licences/work/api/line.ts';
import { type AppleCall, type Send, replyOf } from '#programmes/apple-licences/work/api/send.ts';
import type { Snapshot } from '#simulator/apple/data/snapshot.ts';
import type { Starting } from '#simulator/apple/simulator.ts';
import { NOW, start } from '#tests/simulator/running.ts';

/** Never stops. */
export const never = new AbortController().signal;

/** Sends calls straight to a base address, as our server does. */
export const directly =
  (base: string, bearer: string): Send =>
  async ({ method, path, query = {}, body }, signal) =>
    replyOf(
      await fetch(`${base}${path}?${new URLSearchParams(query).toString()}`, {
        method,
        headers: {
          authorization: `Bearer ${bearer}`,
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
        signal,
      }),
    );

/**
 * A client of a simulator that listens, over HTTP. Waits pass at once: the clock jumps, and the
 * simulator's time with it.
 */
export const clientOfSimulator = async (
  snapshot?: Snapshot,
  starting?: Starting,
  at = 0,
  hold: Hold = {},
) => {
  let now = NOW;
  const simulator = await start(snapshot, { now: () => now, ...starting });
  const waits: number[] = [];
  const calls: AppleCall[] = [];
  const signals: AbortSignal[] = [];
  /** What happens when someone waits; by default a tick of the simulator. */
  const passing = { during: (): Promise<unknown> => simulator.tick() };
  const clientAt = (place: number) => {
    const send = directly(simulator.base, simulator.snapshot.locations[place]?.token.text ?? '');
    return appleClient({
      send: (call, signal) => {
        calls.push(call);
        signals.push(signal);
        return send(call, signal);
      },
      hold,
      now: () => now,
      random: () => 1,
      wait: async (ms) => {
        waits.push(ms);
        now += ms;
        await passing.during();
      },
    });
  };
  const client = clientAt(at);
  return {
    ...simulator,
    client,
    clientAt,
    waits,
    calls,
    signals,
    passing,
    pass: (ms: number) => void (now += ms),
  };
};

/** The value of an answer; throws with why there is none. */
export const valueOf = <T>(
  answer: { readonly ok: true; readonly value: T } | { readonly ok: false },
): T => {
  if (!answer.ok) throw new Error(JSON.stringify(answer));
  return answer.value;
};

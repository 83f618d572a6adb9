import type { JsonObject } from '#programmes/apple-licences/rules/api/json-object.ts';
import type { NoEvent } from '#programmes/apple-licences/rules/api/event-status.ts';
import type { NoPage } from '#programmes/apple-licences/rules/api/listing-page.ts';
import type { NoRead } from '#programmes/apple-licences/rules/api/paging.ts';
import {
  readReply,
  type Reply,
  type ReplyFailure,
} from '#programmes/apple-licences/rules/api/reply.ts';
import { afterFailure, LONGEST_PAUSE } from '#programmes/apple-licences/rules/api/tries.ts';
import { endedBy } from './ended-by.ts';
import { REFUSED, type AppleCall, type Send } from './send.ts';

/**
 * Why there is no answer: nobody replied, it was stopped, the vault locked, our own server refused,
 * Apple did, or what came cannot be used.
 */
export type NoAnswer =
  | { readonly why: 'no-reply' | 'stopped' | 'vault-locked' }
  | { readonly why: 'relay'; readonly code: string }
  | { readonly why: 'reply'; readonly reply: ReplyFailure }
  | { readonly why: 'form'; readonly problem: NoPage | NoEvent }
  | { readonly why: 'reading'; readonly cause: NoRead };

/** An answer, or why there is none. */
export type Answer<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly failure: NoAnswer };

/**
 * What a line needs of the world. `wait` ends early, and without an error, when the signal does.
 */
export type LineWorld = {
  readonly send: Send;
  readonly now: () => number;
  /** A number from 0 to 1. */
  readonly random: () => number;
  readonly wait: (ms: number, signal: AbortSignal) => Promise<void>;
  /**
   * A wait shared by all lines of an organisation: Apple counts requests by organisation
   * (9646).
   */
  readonly hold?: Hold | undefined;
};

/** The longest wait that anyone was asked to. */
export type Hold = { current?: { readonly until: number; readonly by: ReplyFailure } | undefined };

/**
 * A connection to Apple for all requests of one location, so that a wait that Apple asks for
 * applies to all of them.
 */
export type Line = Pick<LineWorld, 'now' | 'wait'> & {
  /** Asks until there is an answer, or none is to be had now. */
  ask(call: AppleCall, signal: AbortSignal): Promise<Answer<JsonObject>>;
};

/** More at once Apple does not want (apple.md §2.4). */
export const MOST_AT_ONCE = 5;

/** Failures as values. */
export const noAnswer = (
  failure: NoAnswer,
): { readonly ok: false; readonly failure: NoAnswer } => ({
  ok: false,
  failure,
});

/** Opens a line. */
export const openLine = (world: LineWorld): Line => {
  const { now, random, wait } = world;
  const seats = openSeats(MOST_AT_ONCE);
  const hold = holding(world);
  const sendOnce = async (call: AppleCall, signal: AbortSignal): Promise<Answer<Reply>> => {
    await seats.take();
    try {
      const failure = await hold.isOver(signal);
      return failure === undefined
        ? { ok: true, value: await world.send(call, signal) }
        : noAnswer(failure);
    } catch {
      return noAnswer(signal.aborted ? endedBy(signal) : { why: 'no-reply' });
    } finally {
      seats.leave();
    }
  };
  const ask = async (call: AppleCall, signal: AbortSignal): Promise<Answer<JsonObject>> => {
    for (let tries = 1; ; tries += 1) {
      const sent = await sendOnce(call, signal);
      if (!sent.ok) return sent;
      const code = sent.value.headers[REFUSED];
      if (code !== undefined) return noAnswer({ why: 'relay', code });
      const reply = readReply(sent.value, { now: now(), tries, random: random() });
      if (reply.ok) return { ok: true, value: reply.body };
      hold.hold(reply);
      if (afterFailure(reply, tries).next === 'stop') return noAnswer({ why: 'reply', reply });
    }
  };
  return { now, wait, ask };
};

const holding = ({ now, wait, hold = {} }: LineWorld) => ({
  hold: (by: ReplyFailure): void => {
    const until = now() + (by.waitMs ?? 0);
    if (until > (hold.current?.until ?? 0)) hold.current = { until, by };
  },
  /** Waits for its end; what is too long for that is the next sync's. */
  isOver: async (signal: AbortSignal): Promise<NoAnswer | undefined> => {
    while (hold.current !== undefined && hold.current.until > now() && !signal.aborted) {
      const seen = hold.current;
      // A clock that was set back must not make it wait for hours.
      const waitMs = Math.min(seen.until - now(), seen.by.waitMs ?? 0);
      if (waitMs > LONGEST_PAUSE) return { why: 'reply', reply: { ...seen.by, waitMs } };
      await wait(waitMs, signal);
      if (hold.current === seen && !signal.aborted) hold.current = undefined;
    }
    return signal.aborted ? endedBy(signal) : undefined;
  },
});

/** So many at once; whoever comes later waits for a seat. */
const openSeats = (most: number) => {
  const waiting: (() => void)[] = [];
  let free = most;
  return {
    take: async (): Promise<void> => {
      if (free > 0) free -= 1;
      else await new Promise<void>((seated) => waiting.push(seated));
    },
    leave: (): void => {
      const next = waiting.shift();
      if (next === undefined) free += 1;
      else next();
    },
  };
};

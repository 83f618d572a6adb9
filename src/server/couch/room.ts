import type { Context, MiddlewareHandler } from 'hono';
import { refusal, type Refusal } from './refusals.ts';

/** The room for bodies while they come and are worked on: so much for each who sends, and in all. */
export type Room = { placeOf(who: string): Place };

/** What one request takes of it. */
export type Place = {
  /** Whether so many bytes more would find room now. */
  fits(bytes: number): boolean;
  /** Takes room for so many more; false when there is none. */
  take(bytes: number): boolean;
  /** Gives all back that this request took. */
  leave(): void;
};

/** Counted for each open body beside its bytes: what it is gathered in, its request and its connection. So their number is bounded, too. */
export const OPEN_BODY = 16 * 1024;

/** Two large bodies, or many small ones. */
export const ROOM_EACH = 64 * 1024 * 1024;

/** Four who send as much as they may; a server of 1 GB lives with it. */
export const ROOM_ALL = 256 * 1024 * 1024;

/** What the day's own changes take, in four bodies: who has no more on the way finds room when others have filled the rest. */
export const SMALL = 256 * 1024 + 4 * OPEN_BODY;

/** Room that is kept for small bodies: a school's devices all at once. */
export const KEPT_FOR_SMALL = 16 * 1024 * 1024;

/** Who comes to a door need not be known, and says little: some hundreds who come from one address at the same moment. */
export const DOORS_EACH = 16 * 1024 * 1024;

/** Of all strangers together, beside the room of those who were let in: they take nothing of it. */
export const DOORS_ALL = 64 * 1024 * 1024;

/** The room is full: later is soon enough. */
export const NO_ROOM: Refusal = {
  ...refusal(503, 'service_unavailable', 'Too much is being sent here at once.'),
  retryAfter: 5,
};

/** What counts as small, and how much is kept for such bodies beyond what all may take. */
type ForSmall = { readonly small: number; readonly kept: number };

/** The room of one server. */
export const openRoom = (
  each = ROOM_EACH,
  all = ROOM_ALL,
  { small, kept }: ForSmall = { small: SMALL, kept: KEPT_FOR_SMALL },
): Room => {
  const taken = new Map<string, number>();
  let sum = 0;
  const change = (who: string, bytes: number): void => {
    const left = (taken.get(who) ?? 0) + bytes;
    if (left > 0) taken.set(who, left);
    else taken.delete(who);
    sum += bytes;
  };
  return {
    placeOf: (who) => {
      let own = 0;
      const fits = (bytes: number): boolean => {
        const theirs = (taken.get(who) ?? 0) + bytes;
        return theirs <= each && sum + bytes <= (theirs <= small ? all + kept : all);
      };
      return {
        fits,
        take: (bytes) => {
          if (!fits(bytes)) return false;
          own += bytes;
          change(who, bytes);
          return true;
        },
        leave: () => {
          change(who, -own);
          own = 0;
        },
      };
    },
  };
};

/** Where a request's own place stands among what is known of it. */
const PLACE = 'place';

/** Keeps a place for each request that brings a body, until it is answered. Where it lies is asked when there is one. */
export const keepPlace =
  (placeOf: (c: Context) => Place): MiddlewareHandler =>
  async (c, next) => {
    let place: Place | undefined;
    c.set(PLACE, () => (place ??= placeOf(c)));
    await next().finally(() => place?.leave());
  };

/** The place of a request; undefined where none is kept. */
export const placeIn = (c: Context): Place | undefined => (c.get(PLACE) as (() => Place) | undefined)?.();

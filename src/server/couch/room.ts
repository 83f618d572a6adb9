import type { Context, MiddlewareHandler } from 'hono';
import { refusal, type Refusal } from './refusals.ts';
import { watchTaking } from './answers/slow-answer.ts';

/**
 * The room for data in transit, bodies until they are answered or answers until they are taken:
 * limited per client, and in total.
 */
export type Room = { placeOf(who: string): Place };

/** The part that one request uses. */
export type Place = {
  /** Whether so many bytes more would find room now. */
  fits(bytes: number): boolean;
  /** Takes room for so many more; false when there is none. */
  take(bytes: number): boolean;
  /**
   * Takes room for so many in the place of all that it took before; false when there is none, and
   * it keeps what it has. More than one who asks may have counts as all of that, so who has nothing
   * else on the way gets the largest, too.
   */
  hold(bytes: number): boolean;
  /** Gives back everything that this request took. Afterwards it takes nothing more. */
  leave(): void;
};

/**
 * Counted for each open body beside its bytes: what it is gathered in, its request and its
 * connection. So their number is bounded, too.
 */
export const OPEN_BODY = 16 * 1024;

/** Two large bodies, or many small ones. */
export const ROOM_EACH = 64 * 1024 * 1024;

/** Four who send as much as they may; a server of 1 GB lives with it. */
export const ROOM_ALL = 256 * 1024 * 1024;

/**
 * What the day's own changes take, in four bodies: who has no more on the way finds room when
 * others have filled the rest.
 */
export const SMALL = 256 * 1024 + 4 * OPEN_BODY;

/** Room reserved for small bodies: a school's devices all at once. */
export const KEPT_FOR_SMALL = 16 * 1024 * 1024;

/**
 * Requests to join need no credentials and are small: enough for some hundreds from one address at
 * the same moment.
 */
export const DOORS_EACH = 16 * 1024 * 1024;

/** For all strangers together, separate from the room of admitted clients. */
export const DOORS_ALL = 64 * 1024 * 1024;

/** The room is full: later is soon enough. */
export const NO_ROOM: Refusal = {
  ...refusal(503, 'service_unavailable', 'Too much is being sent here at once.'),
  retryAfter: 5,
};

/** The same for answers that were requested and not taken. */
export const NO_ROOM_TO_ANSWER: Refusal = {
  ...refusal(503, 'service_unavailable', 'Too much that was asked for here is not taken yet.'),
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
  const fits = (who: string, bytes: number): boolean => {
    const theirs = (taken.get(who) ?? 0) + bytes;
    return theirs <= each && sum + bytes <= (theirs <= small ? all + kept : all);
  };
  return { placeOf: (who) => placeOf({ who, each, fits, change }) };
};

/** What a place needs of its room. */
type Around = {
  readonly who: string;
  readonly each: number;
  fits(who: string, bytes: number): boolean;
  change(who: string, bytes: number): void;
};

const placeOf = ({ who, each, fits: hasRoom, change }: Around): Place => {
  let [own, isLeft] = [0, false];
  const fits = (bytes: number): boolean => !isLeft && hasRoom(who, bytes);
  const add = (bytes: number): true => {
    own += bytes;
    change(who, bytes);
    return true;
  };
  return {
    fits,
    take: (bytes) => fits(bytes) && add(bytes),
    hold: (bytes) => {
      const more = Math.min(bytes, each) - own;
      return ((more <= 0 && !isLeft) || fits(more)) && add(more);
    },
    leave: () => {
      add(-own);
      isLeft = true;
    },
  };
};

/** Counts bytes of an answer, with how many of them are new. */
type Hold = (bytes: number, added: number) => boolean;

/** The keys of a request's places in its context. */
const [PLACE, ANSWER] = ['place', 'place of its answer'];

/** What Node hands over beside the request; there is none without a connection. */
type Connected = {
  readonly incoming?: { readonly socket?: { destroy(): unknown } };
  readonly outgoing?: { once(event: 'close', heard: () => void): unknown };
};

const connected = (c: Context): Connected => (c.env ?? {}) as Connected;

/**
 * Resolves when the answer has been sent completely, or nobody can take it any more. Undefined if
 * it is passed on within this process.
 */
const goneFrom = (c: Context): Promise<void> | undefined => {
  const { outgoing } = connected(c);
  return outgoing && new Promise((resolve) => outgoing.once('close', resolve));
};

/**
 * A place that is looked up on first use. If that happens after it was left, it takes nothing:
 * nobody would give it back.
 */
const foundLater = (
  find: () => Place,
): { readonly place: () => Place; readonly leave: () => void } => {
  let [found, isLeft]: [Place | undefined, boolean] = [undefined, false];
  const place = (): Place => {
    found ??= find();
    if (isLeft) found.leave();
    return found;
  };
  const leave = (): void => {
    isLeft = true;
    found?.leave();
  };
  return { place, leave };
};

/**
 * Keeps a place for each request with a body, until the answer has been sent: later pieces of the
 * answer may still need the body. The room to use is looked up when there is a body.
 */
export const keepPlace =
  (placeOf: (c: Context) => Place): MiddlewareHandler =>
  async (c, next) => {
    const { place, leave } = foundLater(() => placeOf(c));
    const gone = goneFrom(c);
    c.set(PLACE, place);
    await next().finally(() => (gone === undefined ? leave() : void gone.then(leave)));
  };

/**
 * Keeps a place for each answer, until it is gone; who takes it too slowly is cut off. Without a
 * connection nothing waits to be taken.
 */
export const keepAnswer =
  (placeOf: (c: Context) => Place): MiddlewareHandler =>
  async (c, next) => {
    const gone = goneFrom(c);
    if (gone === undefined) return next();
    const { place, leave } = foundLater(() => placeOf(c));
    const taking = watchTaking(() => void connected(c).incoming?.socket?.destroy());
    const hold: Hold = (bytes, added) => {
      const isHeld = place().hold(bytes);
      if (isHeld) taking.held(bytes, added);
      return isHeld;
    };
    const end = (): void => {
      leave();
      taking.over();
    };
    c.set(ANSWER, hold);
    await next().finally(() => void gone.then(end));
  };

/** The place of a request; undefined if it has none. */
export const placeIn = (c: Context): Place | undefined =>
  (c.get(PLACE) as (() => Place) | undefined)?.();

/**
 * Counts the bytes of a request's answer, replacing the earlier count; false if there is no room
 * for them. The added bytes extend the time for taking them.
 */
export const holdAnswer = (c: Context, bytes: number, added = bytes): boolean =>
  (c.get(ANSWER) as Hold | undefined)?.(bytes, added) ?? true;

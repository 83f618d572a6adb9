import { createHmac, randomBytes, scrypt, scryptSync, timingSafeEqual } from 'node:crypto';
import { openLine } from './line.ts';

/**
 * The only account with a password chosen by a person. It creates and deletes databases, and has
 * access to all of them.
 */
export type Admin = {
  readonly name: string;
  /**
   * Whether these are its name and password; it takes as long whatever is wrong. Who comes from
   * where it was right before goes first; of the others too many may wait already.
   */
  isProvedBy(
    name: string,
    password: string,
    wasRightThere?: boolean,
  ): Promise<boolean | 'too-many'>;
};

/** 16 MiB and some 26 ms for each try (measured, two shared cores). */
const COST = { N: 16_384, r: 8, p: 1 };
const LENGTH = 32;

/** So many wait for their try, each from another address: some five seconds. */
const MOST_WAITING = 200;

/**
 * A program that copies a database asks many times in a row with the one password; after that long
 * without, it is proved again.
 */
const KNOWN_FOR_MS = 60_000;

/** Compares in a time that tells nothing, by marks that are worth nothing outside this process. */
const marking = () => {
  const key = randomBytes(32);
  const markOf = (text: string): Buffer => createHmac('sha256', key).update(text).digest();
  return {
    markOf,
    isSame: (a: string, b: string) => timingSafeEqual(markOf(a), markOf(b)),
  };
};

/** A hash of what was proved recently; it is forgotten a while after its last use. */
const lately = (forMs: number) => {
  const { markOf } = marking();
  let mark: Buffer | undefined;
  let forgetting: NodeJS.Timeout | undefined;
  const keep = (text: string): void => {
    clearTimeout(forgetting);
    mark = markOf(text);
    forgetting = setTimeout(() => void (mark = undefined), forMs).unref();
  };
  const knows = (text: string): boolean => {
    const isKnown = mark !== undefined && timingSafeEqual(markOf(text), mark);
    if (isKnown) keep(text);
    return isKnown;
  };
  return { keep, knows };
};

/**
 * An admin whose password is kept in memory only, as its scrypt hash; while in use, also as a cheap
 * hash for `knownForMs`.
 */
export const adminBy = (
  name: string,
  password: string,
  { knownForMs = KNOWN_FOR_MS, cost = COST } = {},
): Admin => {
  const salt = randomBytes(16);
  const hash = scryptSync(password, salt, LENGTH, cost);
  const { isSame } = marking();
  const proved = lately(knownForMs);
  // One after the other, so that many tries at once cannot take the processor from everyone else.
  // Tries with another name have their own queue: however many addresses they come from, the admin
  // does not wait behind them.
  const lines = { own: openLine(MOST_WAITING), others: openLine(MOST_WAITING) };
  const derived = (given: string): Promise<Buffer> =>
    new Promise((resolve, reject) => {
      scrypt(given, salt, LENGTH, cost, (error, key) =>
        error === null ? resolve(key) : reject(error),
      );
    });
  const proves = async (givenName: string, given: string): Promise<boolean> => {
    const isPassword = timingSafeEqual(await derived(given), hash);
    const isProved = isSame(givenName, name) && isPassword;
    if (isProved) proved.keep(given);
    return isProved;
  };
  return {
    name,
    isProvedBy: async (givenName, given, wasRightThere = false) => {
      const isOwn = isSame(givenName, name);
      if (isOwn && proved.knows(given)) return true;
      return (
        lines[isOwn ? 'own' : 'others'].stand(wasRightThere, () => proves(givenName, given)) ??
        'too-many'
      );
    },
  };
};

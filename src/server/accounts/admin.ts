import { createHash, randomBytes, scrypt, scryptSync, timingSafeEqual } from 'node:crypto';

/** The one account with a password that a person chose. It makes and deletes databases, and enters all of them. */
export type Admin = {
  readonly name: string;
  /** Whether these are its name and password; it takes as long whatever is wrong. */
  isProvedBy(name: string, password: string): Promise<boolean>;
};

/** 16 MiB and some 26 ms for each try (measured, two shared cores). */
const COST = { N: 16_384, r: 8, p: 1 };
const LENGTH = 32;

/** An admin whose password is kept in memory only, as scrypt's hash of it. */
export const adminBy = (name: string, password: string): Admin => {
  const salt = randomBytes(16);
  const hash = scryptSync(password, salt, LENGTH, COST);
  // One after the other: many tries at once are no way to keep everyone else from the processor.
  let turn: Promise<unknown> = Promise.resolve();
  const derived = (given: string): Promise<Buffer> =>
    new Promise((resolve, reject) => {
      scrypt(given, salt, LENGTH, COST, (error, key) => (error === null ? resolve(key) : reject(error)));
    });
  const proves = async (givenName: string, given: string): Promise<boolean> => {
    const isPassword = timingSafeEqual(await derived(given), hash);
    return isSame(givenName, name) && isPassword;
  };
  return {
    name,
    isProvedBy: (givenName, given) => {
      const tried = turn.then(() => proves(givenName, given));
      turn = tried.catch(() => undefined);
      return tried;
    },
  };
};

const isSame = (one: string, other: string): boolean =>
  timingSafeEqual(createHash('sha256').update(one).digest(), createHash('sha256').update(other).digest());

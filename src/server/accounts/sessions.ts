import { hashOf, newSecret } from './secret.ts';

/** The callers who have given the password, for a while. */
export type Sessions = {
  /** Opens one; answers its secret. */
  open(): string;
  /** Whether it is open; it then stays so for another while. */
  isOpen(secret: string): boolean;
  close(secret: string): void;
};

/** As CouchDB's: ten minutes after the last request. */
export const SESSION_MS = 10 * 60_000;

const MOST_OPEN = 100;

/** Sessions that are gone with the process. */
export const openSessions = (now: () => number): Sessions => {
  const until = new Map<string, number>();
  const keep = (hash: string): void => {
    until.delete(hash);
    const [oldest] = until.keys();
    if (until.size >= MOST_OPEN && oldest !== undefined) until.delete(oldest);
    until.set(hash, now() + SESSION_MS);
  };
  return {
    open: () => {
      const secret = newSecret();
      keep(hashOf(secret));
      return secret;
    },
    isOpen: (secret) => {
      const hash = hashOf(secret);
      const isOpen = (until.get(hash) ?? 0) > now();
      if (isOpen) keep(hash);
      else until.delete(hash);
      return isOpen;
    },
    close: (secret) => void until.delete(hashOf(secret)),
  };
};

import { hasHalfLetter } from '../couch/couch-answers.ts';
import { ServerRefused } from '../couch/couch-asking.ts';
import { ServerWentBack } from '../server/server-history.ts';
import type { Session } from '../session.ts';

/**
 * What a server answers to a place in its order that it cannot make sense of, or that is too long
 * to ask with.
 */
const NO_PLACE = [400, 404, 414, 431];

/** The server does not take the place up to which this device has pulled. */
export class PlaceRefused extends ServerRefused {
  constructor({ status, message }: Pick<ServerRefused, 'status' | 'message'>) {
    super(status, message);
  }
}

/** The page of changes since then. Throws `PlaceRefused`. */
export const changesSince = async (
  { client }: Pick<Session, 'client'>,
  ...asked: Parameters<Session['client']['changes']>
): ReturnType<Session['client']['changes']> => {
  const [since] = asked;
  // An older version took such a place in, and it cannot even be asked with.
  if (hasHalfLetter(String(since))) throw new PlaceRefused({ status: 400, message: 'no place' });
  try {
    return await client.changes(...asked);
  } catch (error) {
    throw since !== 0 && error instanceof ServerRefused && NO_PLACE.includes(error.status)
      ? new PlaceRefused(error)
      : error;
  }
};

/**
 * A pull that compares all anew where the server, which is there, does not take the place that RxDB
 * keeps: one that lied once, or another one now, would stop it for good. Once a run, since what it
 * does not take then it never will.
 */
export const withoutPlace = <A extends unknown[], R>(
  session: Session,
  pull: (...given: A) => Promise<R>,
  compareAll: () => void,
): ((...given: A) => Promise<R>) => {
  let isDone = false;
  return async (...given) => {
    try {
      return await pull(...given);
    } catch (error) {
      if (isDone || !(error instanceof PlaceRefused)) throw error;
      // Where the database is not there, this tells.
      await session.client.newest();
      isDone = true;
      compareAll();
      throw new ServerWentBack();
    }
  };
};

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
  // An older version stored such a place, and it cannot even be used in a request.
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
 * A pull that compares everything again if the server answers but refuses the checkpoint that RxDB
 * keeps: a server that once lied, or was replaced, would stop the pull for good. Once per run,
 * since a second refusal means it will never accept one.
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

import { reportBug } from '#platform/report-bug.ts';
import type { Copy } from '../../merge/copy.ts';
import { NOT_CARRIED } from '../couch/couch-writing.ts';
import type { PushRow } from '../push.ts';
import { keepSetAside, type Session } from '../session.ts';
import { statesHere } from '../states-here.ts';
import type { SetAside } from '../status.ts';

/**
 * Refused because of the account. A validation rule of a database gives the same answer for a row
 * that it never accepts.
 */
const FOR_WANT_OF_RIGHTS = /^(?:forbidden|unauthorized|http_401|http_403)$/;

const isForWantOfRights = (refused: SetAside<Copy> | undefined): boolean =>
  refused !== undefined && FOR_WANT_OF_RIGHTS.test(refused.reason);

/** Whether a change met what could not be opened, and that is not so any more. */
const canBeOpened = ({ id, reason }: SetAside<Copy>, { unreadable }: Session): boolean =>
  reason === 'not-authentic' && !unreadable.has(id);

/** The line did not carry it: another one may, or the same another time. */
const isNotCarried = ({ reason }: SetAside<Copy>): boolean => reason === NOT_CARRIED;

/** Collects the ids requested in one turn, as a page brings them. */
const gathering = (send: (ids: readonly string[]) => void): ((id: string) => void) => {
  const ids = new Set<string>();
  return (id) => {
    if (ids.size === 0)
      setTimeout(() => {
        send([...ids]);
        ids.clear();
      });
    ids.add(id);
  };
};

const idsThat = (
  session: Session,
  holds: (refused: SetAside<Copy>, session: Session) => boolean,
): string[] =>
  [...session.aside.values()].filter((refused) => holds(refused, session)).map(({ id }) => id);

/**
 * Up to so many of each: what waits for nothing else goes first, and leaves room for what lacked
 * rights.
 */
const thatMayPass = (session: Session, most = Infinity): string[] =>
  [canBeOpened, isNotCarried, isForWantOfRights].flatMap((holds) =>
    idsThat(session, holds).slice(0, most),
  );

/** Each automatic try doubles the wait before the next, up to this (ms). */
const LONGEST = 3_600_000;

type Push = (rows: readonly PushRow[]) => Promise<Copy[]>;

/** Sends again what a server refused. */
export type SendRefused = {
  /** All of it, because the user asks. */
  all(): void;
  /**
   * What may pass now, unless that was tried a short while ago. A page of each kind asks for all of
   * it: the rest follows once any record of those was taken. So does a write of another record that
   * is taken: the account may write.
   */
  inTime(): void;
  /**
   * The same without waiting: the server lets this device do something else than before, or the
   * line is another one.
   */
  anew(): void;
  /**
   * Wraps the push: keeps what the server refuses, and notices when it accepts what it had refused.
   */
  around(push: Push): Push;
};

/** For one session; automatic tries are at least `firstMs` apart. */
export const sendingRefused = (session: Session, firstMs: number): SendRefused => {
  const { aside, batch, now, pace } = session;
  let [triedAt, waitMs, isAskingForAll] = [-Infinity, firstMs, false];
  const send = (ids: readonly string[]): void => {
    if (!session.mayWrite()) return;
    sendAgain(session, ids).catch((error: unknown) => {
      if (!pace.ended.aborted) reportBug('what was refused was not sent again', error);
    });
  };
  session.sendOpened = gathering((ids) => send(ids.filter((id) => aside.has(id))));
  const inTime = (): void => {
    const [gone, ids] = [now() - triedAt, thatMayPass(session, batch)];
    // A clock that went back says nothing of how long ago it was.
    if ((gone >= 0 && gone < waitMs) || ids.length === 0 || !session.mayWrite()) return;
    if (triedAt > -Infinity) waitMs = Math.min(LONGEST, 2 * waitMs);
    [triedAt, isAskingForAll] = [now(), true];
    send(ids);
  };
  const anew = (): void => {
    [triedAt, waitMs] = [-Infinity, firstMs];
    inTime();
  };
  const someWereTaken = (): void => {
    waitMs = firstMs;
    if (!isAskingForAll) return;
    isAskingForAll = false;
    send(thatMayPass(session));
  };
  session.takenApart = someWereTaken;
  const areGainedBy = rightsByAnswers(idsThat(session, isForWantOfRights).length > 0);
  const answered = (what: Answered): void => {
    if (what.wasTakenAgain) someWereTaken();
    if (areGainedBy(what)) anew();
  };
  return {
    inTime,
    all: () => send([...aside.keys()]),
    anew,
    around: (push) => noticingAnswers(session, push, answered),
  };
};

/** What the server answered to a push. */
type Answered = {
  /** It took something that it had refused. */
  readonly wasTakenAgain: boolean;
  /** It took something else. */
  readonly wasTaken: boolean;
  /** It refused for want of rights what it had not refused before. */
  readonly wasRefused: boolean;
};

/**
 * Whether the answers show that the account may write again: a server may not report a role.
 * Reported once, since what is still refused then is refused for its own sake.
 */
const rightsByAnswers = (lackedBefore: boolean): ((what: Answered) => boolean) => {
  let areLacking = lackedBefore;
  return ({ wasTakenAgain, wasTaken, wasRefused }) => {
    const areGained = areLacking && wasTaken && !wasTakenAgain;
    if (wasTaken || wasTakenAgain) areLacking = false;
    else if (wasRefused) areLacking = true;
    return areGained;
  };
};

const noticingAnswers =
  (session: Session, push: Push, answered: (what: Answered) => void): Push =>
  async (rows) => {
    const { aside, accepted, sendingAgain } = session;
    const ids = rows.map(({ newDocumentState: { id } }) => id);
    for (const id of ids) sendingAgain.delete(id);
    const [refused, others] = [
      ids.filter((id) => aside.has(id)),
      ids.filter((id) => !aside.has(id)),
    ];
    accepted.clear();
    try {
      return await push(rows);
    } finally {
      // Also where another row has to be tried again.
      const taken = refused.filter((id) => !aside.has(id));
      answered({
        wasTakenAgain: taken.length > 0,
        wasTaken: others.some((id) => accepted.has(id)),
        wasRefused: others.some((id) => isForWantOfRights(aside.get(id))),
      });
      await keepAnswers(session);
    }
  };

/**
 * Saves what the server refused, and what it finally accepted, before RxDB hears that the push is
 * done: RxDB treats refused changes as sent. After the end RxDB hears no answer, and pushes again.
 */
const keepAnswers = async (session: Session): Promise<void> => {
  if (!session.pace.ended.aborted) await keepSetAside(session);
};

/**
 * Writes each record unchanged: RxDB then looks at it, and learns that the refused state is not
 * agreed after all.
 */
const sendAgain = async (session: Session, ids: readonly string[]): Promise<void> => {
  const { collection, batch, sendingAgain } = session;
  for (let from = 0; from < ids.length; from += batch) {
    const page = ids.slice(from, from + batch);
    const here = await statesHere(collection, page, true);
    for (const id of here.keys()) sendingAgain.add(id);
    const rows = [...here.values()].map((stored) => ({ previous: stored, document: stored }));
    // A record that someone changes in this moment (a conflict) goes out by itself.
    if (rows.length > 0) await collection.storageInstance.bulkWrite(rows, 'refused-sent-again');
  }
};

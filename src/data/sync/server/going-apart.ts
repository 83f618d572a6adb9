import { isSame, type Copy } from '../../merge/copy.ts';
import type { RowAnswer } from '../couch/couch-answers.ts';
import { OtherLine } from '../couch/couch-asking.ts';
import { NOT_CARRIED } from '../couch/couch-writing.ts';
import type { WireDocument } from '../sealing.ts';
import type { MarkSoon } from './server-history.ts';
import { keepSetAside, type Session } from '../session.ts';

/**
 * A change that was set aside because it was too large for the connection, how it is sealed, and
 * what to do with the server's answer.
 */
type Apart = {
  readonly mine: Copy;
  readonly pack: () => Promise<WireDocument>;
  readonly settle: (answer: RowAnswer) => void;
};

/**
 * Tries changes too large for the connection, one at a time and each with all the time it takes,
 * while everything else goes on. A change stays set aside until the server accepts it: RxDB waits
 * for none of these tries, and a restart loses none.
 */
export type GoingApart = {
  add(apart: Apart): void;
  /**
   * Another push of these begins: tries that would write another state of them are given up, before
   * the server is asked what it has.
   */
  giveWay(states: readonly Copy[]): void;
};

type Going = { readonly mine: Copy; readonly ending: AbortController };

/** The tries of one session. */
export const goingApart = (session: Session, markSoon: MarkSoon): GoingApart => {
  const waiting = new Map<string, Apart>();
  let going: Going | undefined;
  const goOn = async (): Promise<void> => {
    for (const [id, apart] of waiting) {
      waiting.delete(id);
      const ending = new AbortController();
      going = { mine: apart.mine, ending };
      // A failed change stays set aside, and is tried again later (`send-refused.ts`).
      await tryApart(session, apart, { markSoon, given: ending.signal }).catch(() => undefined);
    }
    going = undefined;
  };
  return {
    add: (apart) => {
      waiting.set(apart.mine.id, apart);
      if (going === undefined) void goOn();
    },
    giveWay: (states) => {
      for (const state of states) {
        waiting.delete(state.id);
        if (going?.mine.id === state.id && !isSame(going.mine, state))
          going.ending.abort(new OtherLine('changed since'));
      }
    },
  };
};

type Try = { readonly markSoon: MarkSoon; readonly given: AbortSignal };

const tryApart = async (
  session: Session,
  { mine, pack, settle }: Apart,
  { markSoon, given }: Try,
): Promise<void> => {
  const { pace, clientUntil } = session;
  const ended = AbortSignal.any([pace.ended, given]);
  // Accepted in an earlier try, overwritten or released.
  if (ended.aborted || !standsAside(session, mine)) return;
  const [answer] = await clientUntil(ended).write([await pack()]);
  if (answer === undefined || ended.aborted) return;
  const { id, rev, error } = answer;
  // Before anything here says that it was taken, as with a push.
  if (error === undefined && rev !== undefined) await markSoon('pushed', { id, rev });
  if (ended.aborted || !standsAside(session, mine)) return;
  settle(answer);
  await keepSetAside(session);
  if (error === undefined) session.takenApart();
};

/**
 * Whether that record was not carried before, so that nothing else is to wait for it. A deletion is
 * small.
 */
export const goesApart = ({ aside }: Session, { id, _deleted }: Copy): boolean =>
  _deleted !== true && aside.get(id)?.reason === NOT_CARRIED;

const standsAside = ({ aside }: Session, mine: Copy): boolean => {
  const refused = aside.get(mine.id);
  return refused?.reason === NOT_CARRIED && isSame(refused.mine, mine);
};

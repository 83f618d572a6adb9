import { isSame, type Copy } from '../../merge/copy.ts';
import type { Session } from '../session.ts';

/**
 * What an interrupted push has sent: RxDB hands over the same rows again. Rows with a final answer
 * are not sent twice; before any other row is, the server is asked what it has.
 */
export type TriedBefore = {
  /**
   * A push begins. Where all is compared again meanwhile nothing of before counts: the server may
   * have forgotten it.
   */
  begin(): void;
  /** These are about to be sent. */
  send(ids: readonly string[]): void;
  /** The server took it, or refused it for good. */
  settled(mine: Copy): void;
  wasSent(mine: Copy): boolean;
  isSettled(mine: Copy): boolean;
  /** The push is done: nothing of it is sent again. */
  through(): void;
};

/** The tries of one session. */
export const triedBefore = (session: Pick<Session, 'generation'>): TriedBefore => {
  const [sent, settled] = [new Set<string>(), new Map<string, Copy>()];
  let { generation } = session;
  const through = (): void => {
    sent.clear();
    settled.clear();
  };
  return {
    begin: () => {
      if (generation !== session.generation) through();
      generation = session.generation;
    },
    through,
    send: (ids) => ids.forEach((id) => sent.add(id)),
    settled: (mine) => void settled.set(mine.id, mine),
    wasSent: ({ id }) => sent.has(id),
    isSettled: (mine) => {
      const there = settled.get(mine.id);
      return there !== undefined && isSame(there, mine);
    },
  };
};

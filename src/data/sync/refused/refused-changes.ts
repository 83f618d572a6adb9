import { isSame, saysTheSame, type Copy } from '../../merge/copy.ts';
import { merge } from '../../merge/merge.ts';
import { takeFromAside, type Session } from '../session.ts';
import { statesHere } from '../states-here.ts';
import type { SetAside } from '../status.ts';

/**
 * Whether a state of the server is not to be taken over, since it would be written over a change
 * that the server refused: to RxDB that one counts as agreed. A state that says all of the change
 * lets go of it: another device wrote the same, or the server has it after all. What is let go of
 * is kept by `keepSetAside`, and what is not taken over read again once the change stands aside no
 * longer.
 */
export const isPassedForRefused = (session: Session, copy: Copy): boolean => {
  const refused = session.aside.get(copy.id);
  if (refused === undefined) return false;
  if (saysAll(copy, refused)) {
    takeFromAside(session, copy.id);
    return false;
  }
  session.passed.add(copy.id);
  return true;
};

/** What two devices made alike becomes later with each merge: that is no difference. */
const saysAll = (now: Copy, { base, mine }: SetAside<Copy>): boolean =>
  saysTheSame(merge(base, mine, now), now);

/**
 * Forgets the refused changes of these records that have come to just what the server has: RxDB
 * sends nothing of them, so that no answer would tell. What is let go of is kept by `keepSetAside`.
 */
export const letGoOfAgreed = async (session: Session, ids: readonly string[]): Promise<void> => {
  const refused = ids.flatMap((id) => session.aside.get(id) ?? []);
  if (refused.length === 0) return;
  const asked = refused.map(({ id }) => id);
  const [here, agreed] = [
    await statesHere(session.collection, asked, true),
    await session.agreed(asked),
  ];
  const through = refused.filter((aside) => {
    const [now, both] = [here.get(aside.id), agreed.get(aside.id)];
    if (now === undefined || both === undefined || session.aside.get(aside.id) !== aside)
      return false;
    // RxDB holds what was refused for agreed, too.
    return (
      isSame(now, both) &&
      !isSame(both, aside.mine) &&
      (isSettled(session, now) || saysAll(now, aside))
    );
  });
  for (const { id } of through) takeFromAside(session, id);
};

/**
 * What was written over a refused change, a deletion perhaps, met the server's state, and nothing
 * of it was left to be sent. Of the refused change itself that state may say nothing.
 */
const isSettled = ({ settled }: Session, now: Copy): boolean => {
  const became = settled.get(now.id);
  return became !== undefined && isSame(became, now);
};

/** Notes of a refused record what came of meeting the server's state; of others nobody asks. */
export const noteMet = ({ aside, settled }: Session, theirs: Copy, both: Copy): void => {
  if (aside.has(theirs.id) && isSame(both, theirs)) settled.set(theirs.id, theirs);
  else settled.delete(theirs.id);
};

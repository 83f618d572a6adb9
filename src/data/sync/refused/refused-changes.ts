import { isSame, saysTheSame, type Copy } from '../../merge/copy.ts';
import { merge } from '../../merge/merge.ts';
import { takeFromAside, type Session } from '../session.ts';
import { statesHere } from '../states-here.ts';
import type { SetAside } from '../status.ts';

/**
 * Whether not to store a state of the server, since it would overwrite a change that the server
 * refused: RxDB treats the change as agreed. A state that includes all of the change releases it:
 * another device wrote the same, or the server has it after all. `keepSetAside` saves what is
 * released, and a state that was not stored is read again once the change is no longer set aside.
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

/**
 * A record that two devices created identically gets later with each merge: that is no
 * difference.
 */
const saysAll = (now: Copy, { base, mine }: SetAside<Copy>): boolean =>
  saysTheSame(merge(base, mine, now), now);

/**
 * Forgets the refused changes of these records that now equal what the server has: RxDB sends
 * nothing for them, so no answer would report it. `keepSetAside` saves what is released.
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
    // RxDB treats what was refused as agreed, too.
    return (
      isSame(now, both) &&
      !isSame(both, aside.mine) &&
      (isSettled(session, now) || saysAll(now, aside))
    );
  });
  for (const { id } of through) takeFromAside(session, id);
};

/**
 * Whether a later write over a refused change (a deletion perhaps) was merged with the server's
 * state, and left nothing to send. That state may contain nothing of the refused change itself.
 */
const isSettled = ({ settled }: Session, now: Copy): boolean => {
  const became = settled.get(now.id);
  return became !== undefined && isSame(became, now);
};

/**
 * Notes the result of merging a refused record with the server's state; for other records nobody
 * needs it.
 */
export const noteMet = ({ aside, settled }: Session, theirs: Copy, both: Copy): void => {
  if (aside.has(theirs.id) && isSame(both, theirs)) settled.set(theirs.id, theirs);
  else settled.delete(theirs.id);
};

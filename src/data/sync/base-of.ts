import { isSame, type Copy } from '../merge/copy.ts';
import type { Session } from './session.ts';

/**
 * RxDB believes that a refused state was accepted: its true base is the one from before, for as long as RxDB's own is
 * the refused one. Where all is compared anew RxDB knows none; what waited then has kept its own.
 */
export const baseOf = (
  { aside, bases }: Pick<Session, 'aside' | 'bases'>,
  id: string,
  assumed: Copy | undefined,
): Copy | undefined => {
  const refused = aside.get(id);
  // What was kept when all was compared is the later one of the two.
  if (assumed === undefined) return bases.get(id) ?? refused?.base;
  return refused !== undefined && isSame(assumed, refused.mine) ? refused.base : assumed;
};

/** What a change of this device is met on with a state of the server. */
export const meetingBase = (
  session: Pick<Session, 'aside' | 'bases' | 'sent'>,
  { id, assumed, theirs }: { readonly id: string; readonly assumed: Copy | undefined; readonly theirs: Copy },
): Copy | undefined => session.sent.baseWith(baseOf(session, id, assumed), theirs);

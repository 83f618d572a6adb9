import { isSame, type Copy } from '../merge/copy.ts';
import type { Sent } from './sent.ts';
import type { SetAside } from './status.ts';

/** What a sync knows about the agreed states, besides RxDB (`session.ts`). */
type Bases = {
  readonly aside: ReadonlyMap<string, SetAside<Copy>>;
  readonly bases: ReadonlyMap<string, Copy>;
};

/**
 * RxDB believes that a refused state was accepted: its true base is the one from before, for as
 * long as RxDB's own is the refused one. Where all is compared again RxDB knows none; what waited
 * then has kept its own.
 */
export const baseOf = (
  { aside, bases }: Bases,
  id: string,
  assumed: Copy | undefined,
): Copy | undefined => {
  const refused = aside.get(id);
  // The state kept when everything was compared is the later of the two.
  if (assumed === undefined) return bases.get(id) ?? refused?.base;
  return refused !== undefined && isSame(assumed, refused.mine) ? refused.base : assumed;
};

/** What a change of this device is met on with a state of the server. */
export const meetingBase = (
  session: Bases & { readonly sent: Sent },
  {
    id,
    assumed,
    theirs,
  }: { readonly id: string; readonly assumed: Copy | undefined; readonly theirs: Copy },
): Copy | undefined => session.sent.baseWith(baseOf(session, id, assumed), theirs);

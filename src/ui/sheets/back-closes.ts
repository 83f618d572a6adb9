import { getContext, onDestroy, setContext } from 'svelte';
import { beforeNavigate } from '$app/navigation';

const OF_ADDRESS = Symbol('sheet of an address');

/**
 * Says that the sheet of a page is all that its address shows, so that Back leaves it as it leaves
 * any screen. To be called while the page is made.
 */
export const sheetHasAddress = (): void => void setContext(OF_ADDRESS, true);

/** Something over a screen: whether it is the uppermost that is open, and how it closes. */
export type Over = { readonly isOnTop: () => boolean; readonly close: () => void };

/** All that is over a screen, whether it is open or not. */
export const overs = new Set<Over>();

/**
 * Lets the browser's Back close what is over a screen, and leave the screen only after that. To be
 * called while the component is made; answers what to call whenever it opens.
 */
export const backCloses = (over: Over): (() => void) => {
  const { isOnTop, close } = over;
  overs.add(over);
  onDestroy(() => void overs.delete(over));
  const hasAddress = getContext(OF_ADDRESS) === true;
  // What opens over a sheet has no address.
  setContext(OF_ADDRESS, false);
  // What closes by going back itself, or does not close, is left by the next step.
  let isAsked = hasAddress;
  beforeNavigate(({ type, cancel }) => {
    if (type !== 'popstate' || isAsked || !isOnTop()) return;
    isAsked = true;
    cancel();
    // Kit goes to where it was by a step forward, which must be over before anything else moves.
    addEventListener('popstate', close, { once: true });
  });
  return () => void (isAsked = hasAddress);
};

import { afterNavigate, goto } from '$app/navigation';

/**
 * How a sheet with an address of its own closes: back, or to what it is over where it was opened
 * by a link.
 */
export const wayBack = (): ((under: string) => void) => {
  let cameFromApp = false;
  afterNavigate(({ from }) => (cameFromApp = from !== null));
  return (under) => {
    if (cameFromApp) history.back();
    else void goto(under, { replaceState: true });
  };
};

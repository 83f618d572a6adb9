import { afterNavigate, goto } from '$app/navigation';

/**
 * How a sheet with an address of its own closes: back, or to what it is over where that address was
 * the first of this page. What lies behind it then is not the app's.
 */
export const sheetCloser = (): ((under: string) => void) => {
  let cameFromApp = false;
  // Kit says of a start, too, that it came from somewhere.
  afterNavigate(({ type }) => (cameFromApp = type !== 'enter'));
  return (under) => {
    if (cameFromApp) history.back();
    else void goto(under, { replaceState: true });
  };
};

/**
 * Where a tap leads: an address of the app itself, and its start for any other, whatever a plan or
 * a notification holds.
 */
export const ownAddress = (address: unknown, base: string, here: string): string => {
  const start = new URL(`${base}/`, here);
  const url = typeof address === 'string' ? URL.parse(address, start) : null;
  const isOwn =
    url !== null && url.origin === start.origin && url.pathname.startsWith(start.pathname);
  return isOwn ? url.href : start.href;
};

/**
 * The host of another site's page that a request came from, or '': an app that shares sends none,
 * and a page may hide it.
 */
export const hostOf = (referrer: string, own: string): string => {
  const url = URL.parse(referrer);
  return url === null || url.origin === own ? '' : url.host;
};

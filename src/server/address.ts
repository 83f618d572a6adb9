/**
 * The decoded path of a request target as it came over the wire (`/credit/new?x` gives
 * `/credit/new`). Undefined for what no honest client asks for: dot segments, backslashes, control
 * characters, broken percent-encoding.
 */
export const pathOf = (target: string): string | undefined => {
  const path = decoded(withoutHost(target).split(/[?#]/, 1)[0] ?? '');
  if (path === undefined || !path.startsWith('/')) return undefined;
  if (/[\\\u0000-\u001f\u007f]/.test(path)) return undefined;
  return path.split('/').some((segment) => segment === '.' || segment === '..') ? undefined : path;
};

/**
 * A client may send the whole address as target (RFC 9112 §3.2.2: "a server MUST accept the
 * absolute-form").
 */
export const withoutHost = (target: string): string =>
  target.replace(/^https?:\/\/[^/?#]*/i, '') || '/';

const decoded = (path: string): string | undefined => {
  try {
    return decodeURIComponent(path);
  } catch {
    return undefined;
  }
};

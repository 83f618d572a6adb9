/**
 * The headers of every answer. The policy is the one that the page carries as a meta element
 * (svelte.config.js is its source), because a meta policy reaches no worker; `frame-ancestors`
 * works in a header only.
 */
export const safetyHeaders = (
  policy: string,
  connectTo?: readonly string[],
): Readonly<Record<string, string>> => ({
  'content-security-policy': `${connectingTo(policy, connectTo)}; frame-ancestors 'none'`,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  // The camera reads the QR code of an invitation; the app uses nothing else.
  'permissions-policy': 'camera=(self), geolocation=(), microphone=(), payment=(), usb=()',
  'cross-origin-opener-policy': 'same-origin',
  // No page elsewhere can load any of it as a picture or a script. Requests by CORS are handled
  // separately.
  'cross-origin-resource-policy': 'same-origin',
});

/**
 * The policy with the servers that the app may call, if the operator named them. The page's own
 * policy stays as it is; with two policies, a browser allows what both allow. A policy without this
 * part (an attachment's) allows none, and none is added.
 */
const connectingTo = (policy: string, connectTo: readonly string[] | undefined): string =>
  connectTo === undefined
    ? policy
    : policy.replace(
        /(^|; ?)connect-src [^;]*/,
        `$1connect-src ${["'self'", ...connectTo].join(' ')}`,
      );

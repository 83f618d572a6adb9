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
  // The camera reads the QR code of an invitation; nothing else is asked for.
  'permissions-policy': 'camera=(self), geolocation=(), microphone=(), payment=(), usb=()',
  'cross-origin-opener-policy': 'same-origin',
  // No page elsewhere has anything of it in its memory, as a picture or a script. What asks by CORS
  // is told apart from that.
  'cross-origin-resource-policy': 'same-origin',
});

/**
 * The policy with the places that the app may ask, where its operator named them. The page's own
 * policy stays as it is; of two, a browser allows what both do. What has no such part (an
 * attachment's policy) allows none, and none is added.
 */
const connectingTo = (policy: string, connectTo: readonly string[] | undefined): string =>
  connectTo === undefined
    ? policy
    : policy.replace(
        /(^|; ?)connect-src [^;]*/,
        `$1connect-src ${["'self'", ...connectTo].join(' ')}`,
      );

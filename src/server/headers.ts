/**
 * The headers of every answer. The policy is the one that the page carries as a meta element (svelte.config.js is its
 * source), because a meta policy reaches no worker; `frame-ancestors` works in a header only.
 */
export const safetyHeaders = (policy: string): Readonly<Record<string, string>> => ({
  'content-security-policy': `${policy}; frame-ancestors 'none'`,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  // The camera reads the QR code of an invitation; nothing else is asked for.
  'permissions-policy': 'camera=(self), geolocation=(), microphone=(), payment=(), usb=()',
  'cross-origin-opener-policy': 'same-origin',
});

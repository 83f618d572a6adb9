import type { Messages } from '#core/language/language.ts';
import type { slowKey as source } from '../sv/slow-key.ts';

/** Texts shown while a key is made without WebAssembly. */
export const slowKey = {
  why: {
    'no-webassembly': 'This device has no WebAssembly.',
    failed: 'The fast way to make the key did not work on this device.',
  },
  wait: (minutes, keys) => {
    const made = keys > 1 ? `${keys} keys are made more slowly` : 'The key is made more slowly';
    if (minutes === 0) return `${made}.`;
    return `${made}, in about ${minutes === 1 ? 'a minute' : `${minutes} minutes`}${keys > 1 ? ' each' : ''}.`;
  },
  stay: 'Keep the app open until it is done.',
  key: (number, of) => (of > 1 ? `Key ${number} of ${of}` : 'Making the key'),
  percent: (share) => `${Math.floor(share * 100)}%`,
} satisfies Messages<typeof source>;

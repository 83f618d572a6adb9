import { decrypt, encrypt } from '../seal/sealed-box.ts';

/**
 * Keeps a text that is seldom asked for where no reading of the page's memory finds it: sealed with
 * a key that the browser does not give out, and that goes with whoever holds the answer. The text
 * is there again while it is asked for.
 */
export const outOfSight = async (text: string): Promise<() => Promise<string>> => {
  const key = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, [
    'encrypt',
    'decrypt',
  ]);
  const box = await encrypt(key, text, []);
  return () => decrypt(key, box, []);
};

import { decrypt, encrypt } from '../seal/sealed-box.ts';

/**
 * Keeps a rarely needed text where nobody who reads the page's memory finds it: sealed with a key
 * that the browser does not reveal, and that is dropped with the returned function. The text is in
 * memory only while it is requested.
 */
export const outOfSight = async (text: string): Promise<() => Promise<string>> => {
  const key = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, [
    'encrypt',
    'decrypt',
  ]);
  const box = await encrypt(key, text, []);
  return () => decrypt(key, box, []);
};

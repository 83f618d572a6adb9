import type { Sealed } from '#core/record/sealed.ts';
import { decrypt, encrypt } from './sealed-box.ts';

/**
 * Where a sealed value is stored; it opens nowhere else, so that nobody can move it to another
 * record unnoticed.
 */
export type Place = { readonly id: string; readonly field: string };

/**
 * A sealed value that does not open: another key, another place, or changed on the way. Says
 * nothing of its content.
 */
export class CannotOpen extends Error {
  override readonly name = 'CannotOpen';
}

const boundTo = (place: Place, key: string): string[] => [place.id, place.field, key];

/** Seals a text with the vault key of that id (associated data = id + field + key id). */
export const sealField = async (
  key: CryptoKey,
  keyId: string,
  text: string,
  place: Place,
): Promise<Sealed> => ({
  key: keyId,
  ...(await encrypt(key, text, boundTo(place, keyId))),
});

/** Opens a sealed value; throws `CannotOpen`. */
export const openField = async (key: CryptoKey, sealed: Sealed, place: Place): Promise<string> => {
  try {
    return await decrypt(key, sealed, boundTo(place, sealed.key));
  } catch {
    throw new CannotOpen('a sealed value did not open');
  }
};

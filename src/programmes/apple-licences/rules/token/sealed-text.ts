import type { Sealed } from '#core/record/sealed.ts';
import type { ContentToken } from './content-token.ts';
import { fileOf } from './token-files.ts';

/**
 * The sealed text of the file that counts; undefined where none is kept, or where it is another
 * file's: records that met in older versions may have that, and what Apple says to it would be
 * taken for what it says of the file that counts.
 */
export const sealedTextOf = ({
  data,
  steps,
}: Pick<ContentToken, 'data' | 'steps'>): Sealed | undefined =>
  data.fingerprint === fileOf({ data, steps }).fingerprint ? data.sealed : undefined;

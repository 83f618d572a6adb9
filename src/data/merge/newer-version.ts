import { kindOf } from '#programmes/kinds.ts';
import type { Data } from '#core/record/record.ts';
import type { Copy } from './copy.ts';

/**
 * Whether a record calls itself a newer version's: in no form that this app knows. Older versions
 * may have stored one without content.
 */
export const isOfNewerVersion = (copy: Copy): boolean =>
  copy._deleted !== true &&
  Number((copy.data as Data | null)?.v) > (kindOf(copy.kind)?.version ?? Infinity);

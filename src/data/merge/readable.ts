import { isInForm, isLegible } from '../read-record.ts';
import { contentOf, type Copy } from './copy.ts';

/** Whether a copy can meet another one: a tombstone says nothing, and older versions took in what has no form. */
export const isReadable = (copy: Copy): boolean => copy._deleted === true || isInForm(contentOf(copy));

/**
 * The kind of copies whose fields all have the form that this version knows, or '': what a newer version says may be anything, and
 * what joins fields by what they say would stumble over it.
 */
export const understoodAs = (copies: readonly Copy[]): string =>
  copies.every((copy) => isLegible(contentOf(copy))) ? (copies[0]?.kind ?? '') : '';

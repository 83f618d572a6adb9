import { isInForm, isLegible } from '../records/read-record.ts';
import { contentOf, type Copy } from './copy.ts';
import { isHeavier } from './weight.ts';

/**
 * As JSON, in bytes. Sealed, a record is a third longer, and beyond 8,000,000 a CouchDB as it is
 * delivered takes none.
 */
const LARGEST = 5_900_000;

/**
 * Asks of each copy once, since a copy does not change: a merge would have each read half a dozen
 * times.
 */
const onceFor = (ask: (content: Copy) => boolean): ((copy: Copy) => boolean) => {
  const answers = new WeakMap<Copy, boolean>();
  return (copy) => {
    const answer = answers.get(copy) ?? ask(contentOf(copy));
    answers.set(copy, answer);
    return answer;
  };
};

const isWritten = onceFor(isInForm);
const isKnown = onceFor(isLegible);

/**
 * Whether a copy can meet another one: a tombstone says nothing, and older versions took in what
 * has no form.
 */
export const isReadable = (copy: Copy): boolean => copy._deleted === true || isWritten(copy);

/**
 * Whether the merge of two states can be read by every device and sent to it. Even if each is
 * well-formed, both together may exceed what a record can hold: so it is checked wherever the
 * result would be stored or sent.
 */
export const isWhole = (met: Copy): boolean => isReadable(met) && !isHeavier(met, LARGEST);

/**
 * The kind of copies whose fields all have the form that this version knows, or '': what a newer
 * version writes may be anything, and code that joins fields by their content would fail on it.
 */
export const understoodAs = (copies: readonly Copy[]): string =>
  copies.every(isKnown) ? (copies[0]?.kind ?? '') : '';

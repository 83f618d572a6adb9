import { ownEntry } from '#core/own-entry.ts';
import { meaningOf } from '#programmes/apple-licences/rules/api/error-numbers.ts';

type Said = { readonly means: string; readonly todo: string };

/**
 * What an error number of Apple's means that was saved in the place of a page. What to do about it
 * only where it is the token's: all else is said to who syncs, and nobody does here. '' for a number
 * that Volym does not know.
 */
export const savedError = (
  numbers: Readonly<Record<string, Said>>,
  errorNumber: string | number,
): string => {
  const said = ownEntry(numbers, String(errorNumber));
  if (said === undefined) return '';
  return meaningOf(Number(errorNumber)).token === undefined
    ? said.means
    : `${said.means} ${said.todo}`;
};

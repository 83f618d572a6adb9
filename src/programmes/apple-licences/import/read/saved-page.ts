import { ok, refuse, type Problem, type Result } from '#core/result.ts';
import { isJsonObject } from '#programmes/apple-licences/rules/api/json-object.ts';
import {
  readPageBody,
  type PageBody,
  type PageKind,
  type WrongType,
} from '#programmes/apple-licences/rules/api/page-body.ts';

/** A body of the Apps and Books API as it was saved to a file (B7: import of saved JSON pages). */
export type SavedPage = {
  readonly [Kind in PageKind]: PageBody<Kind> & { readonly kind: Kind };
}[PageKind];

/**
 * Why a body is not taken. `apple-error` carries the `errorNumber`, `wrong-type` the list and the
 * record's number in it.
 */
export type SavedPageProblem =
  | WrongType
  | Problem<'not-a-saved-page' | 'other-reply' | 'apple-error'>;

/**
 * Reads a saved body: which of the four kinds it is, its records, and its place among pages of that
 * kind. An `errorNumber` is a refusal wherever it appears, since Apple has sent one with HTTP 200
 * (apple.md §2.7). Unknown fields are ignored.
 */
export const readSavedPage = (body: unknown): Result<SavedPage, SavedPageProblem> => {
  const kind = isJsonObject(body) ? kindOf(body) : undefined;
  // The list of all errors (`service/config`) and the outcome of an event hold numbers too, and are
  // no failed reading.
  const isOther =
    isJsonObject(body) &&
    errorNumberIn(body) === undefined &&
    OTHERS.some((key) => Object.hasOwn(body, key));
  if (isOther) return refuse('other-reply');
  const errorNumber = anyErrorNumber(body);
  if (errorNumber !== undefined) return refuse('apple-error', 'errorNumber', { errorNumber });
  if (kind === undefined) return refuse('not-a-saved-page');
  const read = readPageBody(kind, body);
  return read.ok ? ok({ kind, ...read.value } as SavedPage) : read;
};

/**
 * Fields that only other replies have: `service/config`, a write, and the status of an event
 * (apple.md §2.2).
 */
const OTHERS = ['errorCodes', 'eventStatus', 'eventId'];

const kindOf = (body: Readonly<Record<string, unknown>>): PageKind | undefined => {
  const hasKey = (...keys: string[]): boolean => keys.some((key) => Object.hasOwn(body, key));
  if (hasKey(...OTHERS)) return undefined;
  if (hasKey('assets', 'unlimitedAssets')) return 'assets';
  if (hasKey('assignments')) return 'assignments';
  if (hasKey('users')) return 'users';
  return hasKey('uId') && hasKey('locationName', 'countryISO2ACode', 'defaultPlatform')
    ? 'client-config'
    : undefined;
};

/**
 * The first error number in a body, however deep. Not by recursion: a body may be deeper than the
 * stack.
 */
const anyErrorNumber = (body: unknown): number | undefined => {
  const open: unknown[] = [body];
  while (open.length > 0) {
    const value = open.pop();
    if (typeof value !== 'object' || value === null) continue;
    const found = isJsonObject(value) ? errorNumberIn(value) : undefined;
    if (found !== undefined) return found;
    for (const inner of Object.values(value)) open.push(inner);
  }
  return undefined;
};

const errorNumberIn = ({ errorNumber }: Readonly<Record<string, unknown>>): number | undefined => {
  const number =
    typeof errorNumber === 'string' ? Number(errorNumber.trim() || Number.NaN) : errorNumber;
  return typeof number === 'number' && Number.isSafeInteger(number) ? number : undefined;
};

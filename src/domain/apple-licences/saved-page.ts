import * as z from 'zod/mini';
import { ok, refuse, type Problem, type Result } from '../result.ts';
import { isJsonObject } from './api/json-object.ts';
import { bodySchemas, tokenFacts, tokenFields } from './body-schemas.ts';
import type { LicenceAssignment, LicenceUser, LocationApp, LocationConfig, TokenHolder } from './location-records.ts';
import { parseSaved, type SavedTextProblem } from './saved-text.ts';
import type { Instant } from '../instant.ts';

/** The bodies that can be read, and what their records are. */
export type PageRecords = {
  readonly assets: LocationApp;
  readonly assignments: LicenceAssignment;
  readonly users: LicenceUser;
  readonly 'client-config': LocationConfig;
};

/** Which body it is, by the address it was saved from. */
export type PageKind = keyof PageRecords;

/** Where a page stands among its like. Indexes begin at 0 (apple.md §2.4). */
export type PagePlace = {
  /** The location's library; '' when not said. */
  readonly uId: string;
  /** The state of the list; another one on the next page means that it changed in between. '' when not said. */
  readonly versionId: string;
  readonly index: number;
  /** Absent on the last page. */
  readonly next?: number | undefined;
  /** How many pages there are; absent when not said. */
  readonly pages?: number | undefined;
  readonly holder?: TokenHolder | undefined;
  readonly tokenExpires?: Instant | undefined;
};

/** A body of the Apps and Books API as it was saved to a file (B7: import of saved JSON pages). */
export type SavedPage = {
  readonly [Kind in PageKind]: {
    readonly kind: Kind;
    readonly records: readonly PageRecords[Kind][];
    readonly place: PagePlace;
  };
}[PageKind];

/** Why a body is not taken. `apple-error` carries the `errorNumber`, `wrong-type` the list and the record's number in it. */
export type SavedPageProblem =
  SavedTextProblem | Problem<'not-a-saved-page' | 'other-reply' | 'apple-error' | 'wrong-type'>;

/** Reads the text of a saved body. */
export const readSavedText = (text: string): Result<SavedPage, SavedPageProblem> => {
  const parsed = parseSaved(text);
  return parsed.ok ? readSavedPage(parsed.value) : parsed;
};

/**
 * Reads a saved body: which of the four it is, its records, and its place among its like. An `errorNumber` is a refusal
 * wherever it stands, since Apple has sent one with HTTP 200 (apple.md §2.7). What is not known is left aside.
 */
export const readSavedPage = (body: unknown): Result<SavedPage, SavedPageProblem> => {
  const kind = isJsonObject(body) ? kindOf(body) : undefined;
  // The list of all errors (`service/config`) and the outcome of an event hold numbers too, and are no failed reading.
  const isOther =
    isJsonObject(body) && errorNumberIn(body) === undefined && OTHERS.some((key) => Object.hasOwn(body, key));
  if (isOther) return refuse('other-reply');
  const errorNumber = anyErrorNumber(body);
  if (errorNumber !== undefined) return refuse('apple-error', 'errorNumber', { errorNumber });
  if (kind === undefined) return refuse('not-a-saved-page');
  const place = placeSchema.safeParse(body);
  if (!place.success) return wrongType(place.error);
  const records = bodySchemas[kind].safeParse(body);
  if (!records.success) return wrongType(records.error);
  return ok({ kind, records: records.data, place: placeOf(place.data) } as SavedPage);
};

/** Fields that only other replies have: `service/config`, a write, and the status of an event (apple.md §2.2). */
const OTHERS = ['errorCodes', 'eventStatus', 'eventId'];

const kindOf = (body: Readonly<Record<string, unknown>>): PageKind | undefined => {
  const has = (...keys: string[]): boolean => keys.some((key) => Object.hasOwn(body, key));
  if (has(...OTHERS)) return undefined;
  if (has('assets', 'unlimitedAssets')) return 'assets';
  if (has('assignments')) return 'assignments';
  if (has('users')) return 'users';
  return has('uId') && has('locationName', 'countryISO2ACode', 'defaultPlatform') ? 'client-config' : undefined;
};

/** The first error number in a body, however deep. Not by recursion: a body may be deeper than the stack. */
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
  const number = typeof errorNumber === 'string' ? Number(errorNumber.trim() || Number.NaN) : errorNumber;
  return typeof number === 'number' && Number.isSafeInteger(number) ? number : undefined;
};

const index = z.int().check(z.minimum(0));
const text = z._default(z.string(), '');

const placeSchema = z.looseObject({
  ...{ uId: text, versionId: text },
  ...{ currentPageIndex: z._default(index, 0), nextPageIndex: z.optional(index), totalPages: z.optional(index) },
  ...tokenFields,
});

const placeOf = (body: z.infer<typeof placeSchema>): PagePlace => ({
  uId: body.uId,
  versionId: body.versionId,
  index: body.currentPageIndex,
  next: body.nextPageIndex,
  pages: body.totalPages,
  ...tokenFacts(body),
});

/** Names the place, and nothing of what stands there: it may be secret. Records are numbered from 1. */
const wrongType = (error: z.core.$ZodError): { readonly ok: false; readonly problem: SavedPageProblem } => {
  const [list, at, ...rest] = error.issues[0]?.path ?? [];
  if (typeof at !== 'number') return refuse('wrong-type', String(at ?? list ?? ''));
  return refuse('wrong-type', String(rest[0] ?? ''), { list: String(list), record: at + 1 });
};

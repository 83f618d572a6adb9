import * as z from '#core/schema.ts';
import { whole } from '#core/record/field-schemas.ts';
import type { Instant } from '#core/day/instant.ts';
import { ok, refuse, type Problem, type Result } from '#core/result.ts';
import { bodySchemas, tokenFacts, tokenFields } from './body-schemas.ts';
import type {
  LicenceAssignment,
  LicenceUser,
  LocationApp,
  LocationConfig,
  TokenHolder,
} from './location-records.ts';
import { wrongPlace } from '../token/wrong-place.ts';

/** The bodies that can be read, and what their records are. */
export type PageRecords = {
  readonly assets: LocationApp;
  readonly assignments: LicenceAssignment;
  readonly users: LicenceUser;
  readonly 'client-config': LocationConfig;
};

/** Which body it is, by the address it comes from. */
export type PageKind = keyof PageRecords;

/** Where a page is among its like. Indexes begin at 0 (apple.md §2.4). */
export type PagePlace = {
  /** The location's library; '' if not given. */
  readonly uId: string;
  /**
   * The state of the list; a different one on the next page means that it changed in between. '' if
   * not given.
   */
  readonly versionId: string;
  readonly index: number;
  /** Absent on the last page. */
  readonly next?: number | undefined;
  /** How many pages there are; absent if not given. */
  readonly pages?: number | undefined;
  readonly holder?: TokenHolder | undefined;
  readonly tokenExpires?: Instant | undefined;
};

/** What a body brings, and where it is. */
export type PageBody<Kind extends PageKind> = {
  readonly records: readonly PageRecords[Kind][];
  readonly place: PagePlace;
};

/**
 * A body whose parts have other types than Apple's. `field` is the list or field, `params` the list
 * and the record's number in it.
 */
export type WrongType = Problem<'wrong-type'>;

/**
 * Reads a body of this kind, whether it was saved to a file or has just come. What is not known is
 * left aside.
 */
export const readPageBody = <Kind extends PageKind>(
  kind: Kind,
  body: unknown,
): Result<PageBody<Kind>, WrongType> => {
  const place = placeSchema.safeParse(body);
  if (!place.success) return wrongType(wrongPlace(place.error.issues));
  const records = bodySchemas[kind].safeParse(body);
  if (!records.success) return wrongType(wrongPlace(records.error.issues));
  return ok({
    // The schema belongs to the kind, but the types cannot follow that through the table.
    records: records.data as unknown as readonly PageRecords[Kind][],
    place: placeOf(place.data),
  });
};

const text = z._default(z.string(), '');

const placeSchema = z.looseObject({
  uId: text,
  versionId: text,
  currentPageIndex: z._default(whole, 0),
  nextPageIndex: z.nullish(whole),
  totalPages: z.optional(whole),
  ...tokenFields,
});

const placeOf = (body: z.output<typeof placeSchema>): PagePlace => ({
  uId: body.uId,
  versionId: body.versionId,
  index: body.currentPageIndex,
  next: body.nextPageIndex ?? undefined,
  pages: body.totalPages,
  ...tokenFacts(body),
});

/**
 * Names the place, and nothing of what is there: it may be secret. Records are numbered from 1.
 */
const wrongType = ([list, at, ...rest]: readonly unknown[]): {
  readonly ok: false;
  readonly problem: WrongType;
} => {
  if (typeof at !== 'number') return refuse('wrong-type', String(at ?? list ?? ''));
  return refuse('wrong-type', String(rest[0] ?? ''), { list: String(list), record: at + 1 });
};

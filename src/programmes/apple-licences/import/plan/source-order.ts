import type { Day } from '#core/day/day.ts';
import type { Instant } from '#core/day/instant.ts';
import type { ImportedChange } from '#core/import/import-run.ts';
import type { SourceCounts } from '#programmes/apple-licences/rules/licence/licence-counts.ts';
import type { FactSource } from '#programmes/apple-licences/rules/sync/fact-source.ts';

/**
 * The day on which lists are read, and the local day of a moment (ms): what a list without a moment
 * is compared by.
 */
export type ReadOn = { readonly today: Day; readonly dayOf: (moment: number) => Day };

/**
 * Whether a row's counts are older or later than what is known; `again` means the same day, or the
 * same moment.
 */
export type SourceAge = 'older' | 'again' | 'later';

/** The source and date of a row's counts; '' if not given. */
export type RowSource = { readonly source: string; readonly asOf: Instant | Day | '' };

/**
 * Whether a row is older or later than what is known about an app. A row without a moment dates
 * from its import, and only another day makes it later: importing the same file twice writes
 * nothing (A5). A sync does not confirm what Apple said last, since its token knows how old that
 * is.
 */
export const sourceAge = (
  { source, asOf }: RowSource,
  known: FactSource | undefined,
  { today, dayOf, isSync }: ReadOn & { readonly isSync: boolean },
): SourceAge => {
  if (known === undefined) return 'later';
  if (isSync) return known.source === source ? 'again' : 'later';
  if (asOf === '') return dayOfSource(known, dayOf) < today ? 'later' : 'again';
  const knownAsOf = known.asOf === '' ? standsSince(known, asOf, dayOf) : known.asOf;
  return asOf < knownAsOf ? 'older' : asOf > knownAsOf ? 'later' : 'again';
};

/** When what has no moment was written, in the form in which a row says its own. */
const standsSince = ({ at }: FactSource, asOf: string, dayOf: ReadOn['dayOf']): Instant | Day =>
  asOf.includes('T') ? `${new Date(at).toISOString().slice(0, 19)}Z` : dayOf(at);

/** The local day of a source's statement. */
export const dayOfSource = (
  { asOf, at }: Pick<FactSource, 'asOf' | 'at'>,
  dayOf: ReadOn['dayOf'],
): Day => {
  if (asOf !== '' && !asOf.includes('T')) return asOf;
  const moment = Date.parse(asOf);
  return dayOf(Number.isNaN(moment) ? at : moment);
};

const COUNTS = ['total', 'assigned', 'available', 'retired', 'unlimited'] as const;

/** Whether an import only confirmed the counts of an app at a later date. */
export const isOnlyConfirmed = ({
  fields,
  steps,
}: Pick<ImportedChange, 'fields' | 'steps'>): boolean => {
  const { said, ...others } = fields;
  if (said === undefined || steps.length > 0 || Object.keys(others).length > 0) return false;
  const [from, to] = [said.from, said.to].map((value) => (value || {}) as SourceCounts);
  return COUNTS.every((count) => from?.[count] === to?.[count]);
};

import type { AppRow } from '#programmes/apple-licences/rules/app/app-rows.ts';
import type { LicenceCounts } from '#programmes/apple-licences/rules/licence/licence-counts.ts';
import type { LicenceSum, StockLevel } from '#programmes/apple-licences/rules/app/licence-stock.ts';
import type { FactSource } from '#programmes/apple-licences/rules/sync/fact-source.ts';
import { isByHand, sourcedUntil } from '#programmes/apple-licences/rules/sync/source-age.ts';
import { NEVER, type SyncedAt } from '#programmes/apple-licences/rules/sync/synced-at.ts';
import type { VolumeAppData } from '#programmes/apple-licences/rules/app/volume-app.ts';
import type { Urgency } from '#core/reminder/deadline.ts';
import { dayOfMoment } from '#platform/clock.ts';
import { ownEntry } from '#core/own-entry.ts';
import type { Texts } from '#ui/text.ts';
import type { AppPageTexts } from '#programmes/apple-licences/words/load.ts';
import { sentenceFor } from '#core/language/sentence.ts';
import type { AppRefused } from '#programmes/apple-licences/rules/app/app-problem.ts';
import { refusedWords } from '#ui/say-refused.ts';

type Words = Pick<Texts, 'apps' | 'format'>;
type Now = { readonly today: string; readonly now: number };

const URGENCY: Readonly<Record<StockLevel, Urgency>> = {
  empty: 'late',
  low: 'soon',
  enough: 'calm',
  unknown: 'calm',
};

/** Red, amber or ink: how an app's stock is drawn. */
export const urgencyOfLevel = (level: StockLevel): Urgency => URGENCY[level];

/** How many are free, as it is at the right of a row. */
export const freeWords = (
  { free, unlimited }: LicenceCounts,
  { apps: { row } }: Pick<Words, 'apps'>,
): string => (unlimited ? row.unlimited : free === undefined ? row.unknown : row.free(free));

/** What of them is assigned, as far as it is known. */
export const assignedWords = (
  { owned, assigned }: LicenceCounts,
  { apps: { row } }: Pick<Words, 'apps'>,
): string => {
  if (owned !== undefined && assigned !== undefined) return row.of(assigned, owned);
  if (assigned !== undefined) return row.assigned(assigned);
  return owned === undefined ? row.notCounted : row.owned(owned);
};

/** What all of an app's locations have together: at least so much where one has not told. */
export const sumWords = (
  { free, owned, locations, unlimited, incomplete }: LicenceSum,
  { apps: { row } }: Pick<Words, 'apps'>,
  places: AppPageTexts['places'],
): string => {
  if (unlimited === locations) return row.unlimited;
  if (incomplete === locations - unlimited && owned === 0 && free === 0) return row.unknown;
  // Who tells only what is free owns that at least.
  const sum = places.of(free, Math.max(owned, free));
  return incomplete === 0 ? sum : places.atLeast(sum);
};

/** The second line of a row; failed installations replace the assigned count. */
export const rowWords = (row: AppRow, text: Words, now: Now): string => {
  const { level, counts, failed, isElsewhere } = row;
  const words = failedWords(row, text, now) || assignedWords(counts, text);
  // Contradictory counts are shown instead, and failed installations with a location: that none are
  // free is in red above already.
  const isBeside = counts.flags.length > 0 || (failed > 0 && isElsewhere);
  return level === 'empty' && !isBeside ? `${text.apps.row.empty}. ${words}` : words;
};

/**
 * How many installations failed and as of when; '' where none did. Beside something else there is
 * no room for all of it.
 */
const failedWords = (
  { app, failed, counts, isElsewhere }: AppRow,
  text: Words,
  now: Now,
): string => {
  const { installs } = app.data;
  if (failed === 0 || installs === undefined) return '';
  const when = isOfToday(installs, now) ? '' : whenWords(installs, text, now);
  const hasRoom = when === '' && !isElsewhere && counts.flags.length === 0;
  return hasRoom ? text.apps.row.failedToday(failed) : text.apps.row.failed(failed, when);
};

const isOfToday = ({ asOf, at }: Pick<FactSource, 'asOf' | 'at'>, { today }: Now): boolean =>
  (asOf.length === today.length ? asOf : dayOfMoment(asOf === '' ? at : Date.parse(asOf))) ===
  today;

/** When a source said something, in words: the day if only that is known, else the moment. */
export const whenWords = (
  { asOf, at }: { readonly asOf: string; readonly at: number },
  { format }: Pick<Words, 'format'>,
  { today, now }: Now,
): string => {
  if (asOf !== '' && !asOf.includes('T')) return format.dayShort(asOf, today);
  return format.when(asOf === '' ? at : Date.parse(asOf), now);
};

/** Systems name themselves in small letters in their lists; people write them as names. */
const sourceName = (source: string): string => ownEntry(NAMES, source.toLowerCase()) ?? source;

const NAMES: Readonly<Record<string, string>> = { apple: 'Apple', intune: 'Intune', jamf: 'Jamf' };

/**
 * A source's data, dated by the last sync that found nothing new if that was later. Where neither
 * says when it held, only when it was read is known (`isRead`).
 */
const seen = (
  data: Pick<VolumeAppData, 'said' | 'locationId'>,
  source: Pick<FactSource, 'asOf' | 'at'>,
  syncedAt: SyncedAt,
): Pick<FactSource, 'asOf' | 'at'> & { readonly isRead: boolean } => {
  const at = syncedAt(data);
  return at > sourcedUntil(data.said)
    ? { asOf: '', at, isRead: false }
    : { ...source, isRead: source.asOf === '' };
};

/** The source of the counts and when: `Intune i dag 06:02`. */
export const sourceWords = (
  data: Pick<VolumeAppData, 'said' | 'origin' | 'locationId'>,
  text: Words,
  now: Now,
  syncedAt: SyncedAt = NEVER,
): string => {
  const { said } = data;
  if (said === undefined) return text.apps.row.notCounted;
  if (isByHand(data)) return text.apps.said.byHand(text.format.when(said.at, now.now));
  const last = seen(data, said, syncedAt);
  const { by, read } = text.apps.said;
  return (last.isRead ? read : by)(sourceName(said.source), whenWords(last, text, now));
};

/** The newest source of a list, for its head; '' if everything was entered by hand. */
export const newestWords = (
  rows: readonly AppRow[],
  text: Words,
  now: Now,
  syncedAt: SyncedAt = NEVER,
): string => {
  let newest: { readonly at: number; readonly words: () => string } | undefined;
  for (const { app } of rows) {
    const { said } = app.data;
    if (said === undefined || isByHand(app.data)) continue;
    const last = seen(app.data, said, syncedAt);
    const at = last.asOf === '' ? last.at : Date.parse(last.asOf);
    if (newest === undefined || at > newest.at)
      newest = {
        at,
        words: () => {
          const { newest: held, read } = text.apps.said;
          return (last.isRead ? read : held)(sourceName(said.source), whenWords(last, text, now));
        },
      };
  }
  return newest?.words() ?? '';
};

/** A refusal as a sentence that says what to do. */
export const appProblem = (problem: AppRefused, text: Pick<Texts, 'apps' | 'shell'>): string =>
  sentenceFor(text.apps.problems, problem) ?? refusedWords(problem, text);

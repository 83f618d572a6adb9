import type { FactSource } from './fact-source.ts';
import { NEVER, type SyncedAt } from './synced-at.ts';
import type { VolumeAppData } from '../app/volume-app.ts';

/**
 * After this many hours a source's data is old (apple.md §5: "stale data if last import > 48 h").
 */
export const OLD_HOURS = 48;

const HOUR = 3_600_000;

/**
 * The last moment that can be meant: the end of a day, or, if none was given, when it was written
 * here.
 */
export const sourcedUntil = (source: FactSource | undefined): number => {
  if (source === undefined) return 0;
  const moment = source.asOf.includes('T')
    ? Date.parse(source.asOf)
    : Date.parse(`${source.asOf}T24:00:00Z`);
  return Number.isNaN(moment) ? source.at : moment;
};

/**
 * Whether someone wrote the counts down here: no list brought them, so that no newer list is waited
 * for.
 */
export const isByHand = ({ said, origin }: Pick<VolumeAppData, 'said' | 'origin'>): boolean =>
  said === undefined || (said.source === '' && origin === undefined);

/**
 * The last moment when an app's counts were known to be right: from a source, or from a sync that
 * found nothing new.
 */
export const knownUntil = (
  data: Pick<VolumeAppData, 'said' | 'locationId'>,
  syncedAt: SyncedAt,
): number => Math.max(sourcedUntil(data.said), syncedAt(data));

/** Whether a source's data about an app is old by now, so that it has to be fetched again. */
export const isOld = (
  data: Pick<VolumeAppData, 'said' | 'origin' | 'locationId'>,
  now: number,
  syncedAt: SyncedAt = NEVER,
): boolean => !isByHand(data) && now - knownUntil(data, syncedAt) > OLD_HOURS * HOUR;

import type { ContentToken } from '../token/content-token.ts';
import type { VolumeAppData } from '../app/volume-app.ts';

/** When a sync went well last that would have told another count of an app (ms); 0 for never. */
export type SyncedAt = (data: Pick<VolumeAppData, 'locationId' | 'said'>) => number;

/**
 * When apps were last confirmed: a sync that finds nothing new writes nothing on them, and only
 * their token knows about it. It does not apply to an app whose last source was another one.
 */
export const syncedAtBy = (tokens: readonly ContentToken[]): SyncedAt => {
  const byPlace = new Map<string, number>();
  for (const { trashedOn, data } of tokens) {
    if (trashedOn !== '' || data.locationId === '') continue;
    byPlace.set(data.locationId, Math.max(byPlace.get(data.locationId) ?? 0, data.sync?.okAt ?? 0));
  }
  return ({ locationId, said }) => (said?.source === 'apple' ? (byPlace.get(locationId) ?? 0) : 0);
};

/** Where nobody syncs. */
export const NEVER: SyncedAt = () => 0;

import type { ContentToken } from '#programmes/apple-licences/rules/token/content-token.ts';
import { sealedTextOf } from '#programmes/apple-licences/rules/token/sealed-text.ts';
import { syncedAtBy } from '#programmes/apple-licences/rules/sync/synced-at.ts';
import type { VolumeAppData } from '#programmes/apple-licences/rules/app/volume-app.ts';
import type { App } from '#ui/app.svelte.ts';
import { live, type Live } from '#ui/live.ts';

/** The tokens of a workspace, by the locations whose apps are shown. */
export class SyncedPlaces {
  readonly #found: Live<ContentToken[]>;

  constructor({ records }: Pick<App, 'records'>) {
    this.#found = live(records.live({ kind: 'content-token', isReadable: true }), []);
  }

  /** Reactive: all of them. */
  readonly tokens = $derived.by(() => this.#found.current);
  /** Reactive: those whose text is kept here. */
  readonly syncable = $derived.by(() =>
    this.tokens.filter((token) => sealedTextOf(token) !== undefined),
  );
  /** Reactive: when an app was last confirmed. */
  readonly at = $derived.by(() => syncedAtBy(this.tokens));

  /** Those of an app's location that can be synced. */
  of({ location, locationId }: Pick<VolumeAppData, 'location' | 'locationId'>): ContentToken[] {
    return this.syncable.filter(({ data }) =>
      locationId === '' || data.locationId === ''
        ? data.location === location
        : data.locationId === locationId,
    );
  }
}

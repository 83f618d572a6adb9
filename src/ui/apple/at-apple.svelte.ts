import type { ContentToken } from '#domain/apple-licences/content-token.ts';
import { tokenFor, type Located } from '#domain/apple-licences/token-for.ts';
import type { VolymRecord } from '#domain/record.ts';
import { conditionOf } from '#data/read-record.ts';
import type { App } from '../app.svelte.ts';
import { live } from '../live.ts';

/** Whether Apple can be asked from here, and with which token. Reactive. */
export class AtApple {
  readonly #app: App;
  #apple = $derived.by(() => this.#app.apple);
  #state = $derived.by(() =>
    this.#apple === undefined ? undefined : live(this.#apple.state$, this.#apple.state$.value),
  );
  #tokens = $derived.by(() => live(this.#app.records.live({ kind: 'content-token' }), []));

  constructor(app: App) {
    this.#app = app;
  }

  /** The token that Apple can be asked with for a location; undefined where it cannot. */
  for(place: Located): ContentToken | undefined {
    if (this.#state?.current.canAsk !== true) return undefined;
    return this.#among(this.#tokens.current, place);
  }

  /** Whether Apple can be asked for one of these locations, read anew: also before the tokens were first told. */
  async isFor(places: readonly Located[]): Promise<boolean> {
    const tokens = await this.#app.records.find({ kind: 'content-token' });
    return places.some((place) => this.#among(tokens, place) !== undefined);
  }

  #among(tokens: readonly VolymRecord[], place: Located): ContentToken | undefined {
    if (this.#app.apple?.state$.value.canAsk !== true || !this.#app.mayChange) return undefined;
    const fine = tokens.filter((one) => conditionOf(one) === 'fine') as ContentToken[];
    return tokenFor(fine, place, this.#app.today);
  }
}

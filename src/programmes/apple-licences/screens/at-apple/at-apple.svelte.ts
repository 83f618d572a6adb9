import type { ContentToken } from '#programmes/apple-licences/rules/token/content-token.ts';
import type { Located } from '#programmes/apple-licences/rules/token/token-for.ts';
import type { App } from '#ui/app.svelte.ts';
import { live } from '#ui/live.ts';
import { tokenToAsk } from '../sync/token-to-ask.ts';
import { appleStateOf } from '../sync/apple-in-use.svelte.ts';

/** Whether Apple can be asked from here, and with which token. Reactive. */
export class AtApple {
  readonly #app: App;
  #tokens = $derived.by(() =>
    live(this.#app.records.live({ kind: 'content-token', isReadable: true }), []),
  );

  constructor(app: App) {
    this.#app = app;
  }

  /** The token that Apple can be asked with for a location; undefined where it cannot. */
  for(place: Located): ContentToken | undefined {
    if (appleStateOf(this.#app)?.canAsk !== true) return undefined;
    return tokenToAsk(this.#app, this.#tokens.current, place);
  }
}

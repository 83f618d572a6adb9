import {
  inOverview,
  renewalRows,
  type RenewalRow,
} from '#programmes/adobe-vip/rules/renewal/renewal-overview.ts';
import {
  renewalHistory,
  type RenewalEvent,
} from '#programmes/adobe-vip/rules/renewal/renewal-history.ts';
import type { VolymRecord } from '#core/record/record.ts';
import { liveUnder, type UnderEach } from '#data/records/live-under.ts';
import { isFine } from '#data/records/read-record.ts';
import type { App } from '#ui/app.svelte.ts';
import { live, type Live } from '#ui/live.ts';
import { bookOf } from '../plan/book-of.ts';
import type { Found } from '#data/records/found.ts';

const NOTHING: UnderEach = new Map();

/**
 * The renewals of all customers. What is under them is read of those alone that the overview is
 * about, and the orders of all only where someone looks at the history.
 */
export class RenewalsHere {
  readonly #app: App;
  readonly #customers: Live<Found<'vip-customer'>[]>;
  readonly #orders: Live<Found<'vip-order'>[]>;
  /** What was read is here when another customer comes into the overview. */
  // eslint-disable-next-line svelte/prefer-svelte-reactivity -- nothing on the screen reads it
  readonly #kept = new Map<string, readonly VolymRecord[]>();

  constructor(app: App) {
    this.#app = app;
    this.#customers = live(app.records.live({ kind: 'vip-customer' }), []);
    this.#orders = live(app.records.live({ kind: 'vip-order' }), []);
  }

  readonly #known = $derived.by(() => this.#customers.current.filter(isFine));
  readonly #asked = $derived.by(() => inOverview(this.#known, this.#app.today));
  // As one text, which is the same as long as they are.
  readonly #parents = $derived(this.#asked.map(({ id }) => id).join(' '));
  readonly #under = $derived.by(() => {
    const parents = this.#parents.split(' ').filter((id) => id !== '');
    return live(liveUnder(this.#app.records, parents, this.#kept), NOTHING);
  });
  readonly #rows = $derived.by((): readonly RenewalRow[] => {
    const { current } = this.#under;
    // One that came into the overview this moment is shown as soon as it is read.
    const books = this.#asked.flatMap((customer) => {
      const under = current.get(customer.id);
      return under === undefined ? [] : [bookOf(customer, under)];
    });
    return renewalRows(books, this.#app.hour);
  });
  readonly #history = $derived.by(() =>
    renewalHistory(this.#known, this.#orders.current.filter(isFine)),
  );

  /** False until the rows were read. */
  get ready(): boolean {
    return this.#customers.ready && this.#under.ready;
  }
  /** False until the history was read; who asks has it read. */
  get hasHistory(): boolean {
    return this.ready && this.#orders.ready;
  }
  get rows(): readonly RenewalRow[] {
    return this.#rows;
  }
  get history(): readonly RenewalEvent[] {
    return this.#history;
  }
}

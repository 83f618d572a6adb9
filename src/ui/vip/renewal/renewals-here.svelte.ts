import { inOverview, renewalRows, type RenewalRow } from '#domain/adobe-vip/renewal-overview.ts';
import { renewalHistory, type RenewalEvent } from '#domain/adobe-vip/renewal-history.ts';
import type { CustomerBook } from '#domain/adobe-vip/plans.ts';
import type { VipCustomer } from '#domain/adobe-vip/vip-customer.ts';
import type { VolymRecord } from '#domain/record.ts';
import { conditionOf } from '#data/read-record.ts';
import type { App } from '../../app.svelte.ts';
import { live, type Live } from '../../live.ts';

type Under = Pick<CustomerBook, 'authorizations' | 'orders' | 'returns'>;

const byParent = <R extends { readonly parent: string }>(records: readonly R[]): ReadonlyMap<string, R[]> =>
  Map.groupBy(records, ({ parent }) => parent);

/** The renewals of all customers, with what lies under those that the overview is about. */
export class RenewalsHere {
  readonly #app: App;
  readonly #customers: Live<VolymRecord[]>;
  readonly #authorizations: Live<VolymRecord[]>;
  readonly #orders: Live<VolymRecord[]>;
  readonly #returns: Live<VolymRecord[]>;

  constructor(app: App) {
    this.#app = app;
    const all = (kind: string) => live(app.records.live({ kind }), []);
    this.#customers = all('vip-customer');
    this.#authorizations = all('purchase-authorization');
    this.#orders = all('vip-order');
    this.#returns = all('return-authorization');
  }

  readonly #known = $derived.by(() => this.#fine(this.#customers) as VipCustomer[]);
  readonly #sold = $derived.by(() => this.#fine(this.#orders) as unknown as CustomerBook['orders']);
  readonly #rows = $derived.by((): readonly RenewalRow[] => {
    const under: { readonly [K in keyof Under]: ReadonlyMap<string, Under[K][number][]> } = {
      authorizations: byParent(this.#fine(this.#authorizations) as unknown as Under['authorizations']),
      orders: byParent(this.#sold),
      returns: byParent(this.#fine(this.#returns) as unknown as Under['returns']),
    };
    const { today } = this.#app;
    const books = inOverview(this.#known, today).map((customer) => ({
      customer,
      authorizations: under.authorizations.get(customer.id) ?? [],
      orders: under.orders.get(customer.id) ?? [],
      returns: under.returns.get(customer.id) ?? [],
    }));
    return renewalRows(books, today);
  });
  readonly #history = $derived.by(() => renewalHistory(this.#known, this.#sold));

  #fine(found: Live<VolymRecord[]>): VolymRecord[] {
    return found.current.filter((record) => conditionOf(record) === 'fine');
  }

  /** False until all was read. */
  get ready(): boolean {
    return [this.#customers, this.#authorizations, this.#orders, this.#returns].every(({ ready }) => ready);
  }
  get rows(): readonly RenewalRow[] {
    return this.#rows;
  }
  get history(): readonly RenewalEvent[] {
    return this.#history;
  }
}

import { getContext, setContext } from 'svelte';
import { customerHistory } from '#programmes/adobe-vip/rules/customer/customer-history.ts';
import { plansOf, type CustomerBook } from '#programmes/adobe-vip/rules/plan/plans.ts';
import { renewalEnds, type RenewalEnd } from '#programmes/adobe-vip/rules/renewal/renewal-end.ts';
import type { VipCustomer } from '#programmes/adobe-vip/rules/customer/vip-customer.ts';
import type { VolymRecord } from '#core/record/record.ts';
import { isFine } from '#data/records/read-record.ts';
import type { App } from '#ui/app.svelte.ts';
import { live } from '#ui/live.ts';
import { isOfKind, type KindId } from '#data/records/found.ts';

/** The customer that is looked at, with everything that is under it. */
export class CustomerHere {
  readonly #app: App;
  readonly #id: () => string;
  readonly #found = $derived.by(() => live(this.#app.records.liveOne(this.#id()), undefined));
  readonly #authorizations = $derived.by(() => this.#under('purchase-authorization'));
  readonly #orders = $derived.by(() => this.#under('vip-order'));
  readonly #returns = $derived.by(() => this.#under('return-authorization'));
  readonly #book = $derived.by(() => this.#read());
  readonly #plans = $derived.by(() =>
    this.#book === undefined ? [] : plansOf(this.#book, this.#app.hour),
  );
  readonly #ends = $derived.by(() =>
    this.#book === undefined ? [] : renewalEnds(this.#book, this.#app.hour),
  );
  readonly #history = $derived.by(() =>
    this.#book === undefined ? [] : customerHistory(this.#book, this.#app.hour, this.#ends),
  );

  constructor(app: App, id: () => string) {
    this.#app = app;
    this.#id = id;
  }

  #under<Id extends KindId>(kind: Id) {
    return live(this.#app.records.live({ kind, parent: this.#id() }), []);
  }

  #read(): (CustomerBook & { readonly customer: VipCustomer }) | undefined {
    const { customer } = this;
    if (customer === undefined) return undefined;
    return {
      customer,
      authorizations: this.#authorizations.current.filter(isFine),
      orders: this.#orders.current.filter(isFine),
      returns: this.#returns.current.filter(isFine),
    };
  }

  /** False until it was read, with what is under it. */
  get ready(): boolean {
    return [this.#found, this.#authorizations, this.#orders, this.#returns].every(
      ({ ready }) => ready,
    );
  }
  /** As it is stored, in the trash or not understood too. */
  get record(): VolymRecord | undefined {
    return this.#found.current;
  }
  /** Undefined where there is none to work with. */
  get customer(): VipCustomer | undefined {
    const { record } = this;
    return isOfKind(record, 'vip-customer') && record.trashedOn === '' && isFine(record)
      ? record
      : undefined;
  }
  get book() {
    return this.#book;
  }
  get plans() {
    return this.#plans;
  }
  /** Everything that is under the customer as it is stored, what is not understood, too. */
  get under(): readonly VolymRecord[] {
    return [this.#authorizations, this.#orders, this.#returns].flatMap(
      ({ current }): readonly VolymRecord[] => current,
    );
  }
  /** What lapses, or lapsed, of renewals that were ended. */
  get ends(): readonly RenewalEnd[] {
    return this.#ends;
  }
  get history() {
    return this.#history;
  }
}

const key = Symbol('customer');

/** Gives the customer to the sheets that lie over its screen. */
export const provideCustomer = (here: CustomerHere): CustomerHere => setContext(key, here);

/** The customer that the screen below is about. */
export const useCustomer = (): CustomerHere => getContext<CustomerHere>(key);

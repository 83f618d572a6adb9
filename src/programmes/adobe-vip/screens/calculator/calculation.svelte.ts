import {
  anniversaryDue,
  dayOfAnniversary,
} from '#programmes/adobe-vip/rules/customer/customer-deadlines.ts';
import { lineByMonths } from '#programmes/adobe-vip/rules/proration/line-by-months.ts';
import type { Term } from '#programmes/adobe-vip/rules/proration/proration-input.ts';
import { prorateByDays } from '#programmes/adobe-vip/rules/proration/proration-days.ts';
import { longTermSince } from '#programmes/adobe-vip/rules/anniversary/first-term.ts';
import { openAnniversaryOf } from '#programmes/adobe-vip/rules/anniversary/open-anniversary.ts';
import { readSku, skuText } from '#programmes/adobe-vip/rules/product/sku.ts';
import type { VipCustomer } from '#programmes/adobe-vip/rules/customer/vip-customer.ts';
import type { VipOrder } from '#programmes/adobe-vip/rules/order/vip-order.ts';
import { addDays, isDay, type Day } from '#core/day/day.ts';
import type { ProrationProblem } from '#programmes/adobe-vip/rules/proration/proration-input.ts';
import { priceItemFor, priceItemsOn, type PriceItem } from '../price/price-items.ts';

/** What is known already when the calculator is opened; empty where nothing is. */
export type CalculationStart = {
  readonly customer: string;
  /** The authorization whose order is being placed. */
  readonly order: string;
  readonly product: string;
  readonly quantity: number;
};

type World = {
  readonly today: () => Day;
  readonly customers: () => readonly VipCustomer[];
  /** The price lists, whatever the day. */
  readonly items: () => readonly PriceItem[];
  /** The orders of the chosen customer. */
  readonly orders: () => readonly VipOrder[];
  /** What the chosen customer pays in, or ''. */
  readonly currency: () => string;
};

/**
 * What a line costs to the anniversary, while it is typed: by days and by months at once, since
 * each is compared with the other.
 */
export class Calculation {
  readonly #world: World;
  #by = $state<'months' | 'days'>();
  #price = $state<string>();
  #currency = $state<string>();
  customerId = $state('');
  orderDate = $state<Day>('');
  /** The anniversary by hand, where no customer says it. */
  ownAnniversary = $state<Day>('');
  product = $state('');
  quantity = $state<number | null>(1);
  /** The authorization whose order takes the duration, or ''. */
  readonly order: string;
  readonly #items = $derived.by(() => priceItemsOn(this.#world.items(), this.orderDate));
  readonly #days = $derived.by(() => prorateByDays(this.#asked));
  readonly #months = $derived.by(() => lineByMonths(this.#asked));

  constructor(world: World, start: CalculationStart) {
    this.#world = world;
    [this.customerId, this.product, this.quantity] = [
      start.customer,
      start.product,
      start.quantity,
    ];
    this.orderDate = world.today();
    this.order = start.order;
  }

  get customer(): VipCustomer | undefined {
    return this.#world.customers().find(({ id }) => id === this.customerId);
  }
  /** The price lists as they hold on the day of the order. */
  get items(): readonly PriceItem[] {
    return this.#items;
  }
  /**
   * The price list line for the product, in the chosen currency, else the customer's.
   */
  get item(): PriceItem | undefined {
    return priceItemFor(this.#items, this.product, this.#currency ?? this.#world.currency());
  }
  get productName(): string {
    const { item, product } = this;
    if (item !== undefined) return [item.product, item.sku].filter(Boolean).join(', ');
    return readSku(product).valid ? skuText(product) : product.trim();
  }
  /** What the customer says of its anniversary; '' where it says nothing. */
  get knownAnniversary(): Day {
    return this.customer === undefined ? '' : openAnniversaryOf(this.customer, this.#world.today());
  }
  get anniversary(): Day {
    return this.knownAnniversary || this.ownAnniversary;
  }
  /**
   * The anniversary that the order is counted to: the end of the term its day is in (adobe.md
   * §8.33); '' if unknown.
   */
  get termEnd(): Day {
    return this.days?.termEnd ?? this.months?.termEnd ?? '';
  }
  /** The term of the order, where it is not the one before the anniversary that is shown. */
  get otherTerm(): Term | undefined {
    const term = this.days ?? this.months;
    return term === undefined || term.termEnd === this.anniversary ? undefined : term;
  }
  get lastDay(): Day {
    return isDay(this.termEnd) ? addDays(this.termEnd, -1) : '';
  }
  /** As the customer's programme counts, unless chosen otherwise. */
  get by(): 'months' | 'days' {
    return this.#by ?? (this.customer?.data.programme === 'vip-marketplace' ? 'days' : 'months');
  }
  set by(next: 'months' | 'days') {
    this.#by = next;
  }
  /** Of the price list, unless typed. */
  get price(): string {
    return this.#price ?? this.item?.yearlyPrice ?? '';
  }
  set price(next: string) {
    this.#price = next;
  }
  get isListPrice(): boolean {
    return this.#price === undefined && this.price !== '';
  }
  /** The list has the product, and no price for a year of it in the currency. */
  get lacksPrice(): boolean {
    return this.#price === undefined && this.item?.yearlyPrice === '';
  }
  get currency(): string {
    return this.#currency ?? this.item?.currency ?? (this.#world.currency() || 'SEK');
  }
  set currency(next: string) {
    this.#currency = next;
  }
  /**
   * Another product: the list tells its price again, in the currency that was chosen if it has one
   * in it.
   */
  name(product: string): void {
    this.product = product;
    const { item } = this;
    if (item === undefined) return;
    this.#price = undefined;
    if (item.yearlyPrice === '') this.#currency = undefined;
  }

  get hasPrice(): boolean {
    return this.price !== '';
  }
  get count(): number {
    return this.quantity ?? Number.NaN;
  }
  // Without a price the time is still worth knowing.
  get #asked() {
    const { orderDate, anniversary, customer } = this;
    return {
      unitPrice: this.hasPrice ? this.price : '0',
      quantity: this.count,
      orderDate,
      anniversary,
      ...(customer === undefined || this.knownAnniversary === ''
        ? {}
        : { date: dayOfAnniversary(customer.data) }),
      since: this.#since,
    };
  }
  // Of an anniversary that is typed nothing else is known.
  get #since(): Day | undefined {
    const { customer, knownAnniversary, anniversary } = this;
    const today = this.#world.today();
    if (customer === undefined || knownAnniversary === '')
      return longTermSince(
        { anniversary, firstOrderOn: '', segment: '', renewalEdition: '' },
        { today },
      );
    const { data, steps } = customer;
    const orders = this.#world.orders();
    return knownAnniversary === anniversaryDue(data, steps)
      ? longTermSince(data, { steps, orders, today })
      : undefined;
  }
  /** Whether the term of the order is a first one that is longer than a year. */
  get isLongTerm(): boolean {
    return this.days !== undefined && this.days.termStart < this.days.yearStart;
  }
  get days() {
    return this.#days.ok ? this.#days.value : undefined;
  }
  get months() {
    return this.#months.ok ? this.#months.value : undefined;
  }
  /** What is wrong with what was typed; an anniversary that is still to be given is not. */
  get problem(): ProrationProblem | undefined {
    if (!isDay(this.anniversary)) return undefined;
    const chosen = this.by === 'days' ? this.#days : this.#months;
    return chosen.ok ? undefined : chosen.problem;
  }
}

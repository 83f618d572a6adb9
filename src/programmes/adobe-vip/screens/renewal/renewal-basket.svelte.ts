import {
  committedAt,
  shortOfCommitment,
} from '#programmes/adobe-vip/rules/renewal/committed-renewal.ts';
import type { CustomerRenewal } from '#programmes/adobe-vip/rules/renewal/customer-renewal.ts';
import { levelEditions } from '#programmes/adobe-vip/rules/level/level-editions.ts';
import {
  pricedLevel,
  type LevelOrNone,
  type NextLevel,
} from '#programmes/adobe-vip/rules/level/level.ts';
import { priceIndex, type ListedPrice } from '#programmes/adobe-vip/rules/product/price-index.ts';
import {
  levelOfRenewal,
  nextOfRenewal,
} from '#programmes/adobe-vip/rules/renewal/renewal-level.ts';
import {
  suggestedQuantity,
  suitableSku,
  type RenewalPlan,
} from '#programmes/adobe-vip/rules/renewal/renewal-suggestion.ts';
import type { VipCustomer } from '#programmes/adobe-vip/rules/customer/vip-customer.ts';
import { chosenEdition } from '#programmes/adobe-vip/rules/edition/vip-edition.ts';
import type { Day } from '#core/day/day.ts';
import { fromCents, isAmount, sumsByCurrency, toCents, type Money } from '#core/money.ts';
import { ownEntry } from '#core/own-entry.ts';
import type { App } from '#ui/app.svelte.ts';
import { draftStore, type DraftStore } from '#ui/form/draft.ts';

/** A plan with what is chosen to be renewed of it. */
export type BasketLine = {
  readonly plan: RenewalPlan;
  readonly quantity: number;
  readonly sku: string;
  /**
   * By the price list of today, or of the day on which it can be ordered first; undefined where it
   * is not on it, or there is none.
   */
  readonly price: ListedPrice | undefined;
};

type Renewed = { readonly customer: VipCustomer; readonly renewal: CustomerRenewal };

/**
 * What a customer's renewal order will hold: the suggestion, and what was chosen instead, kept on
 * this device until it is recorded.
 */
export class RenewalBasket {
  readonly #app: App;
  readonly #of: () => Renewed;
  readonly #prices: () => readonly ListedPrice[];
  readonly #draft: DraftStore<Record<string, number>>;
  #chosen: Readonly<Record<string, number>> = $state.raw({});

  /** For one customer and anniversary; what is known of them may change meanwhile. */
  constructor(app: App, of: () => Renewed, prices: () => readonly ListedPrice[]) {
    this.#app = app;
    this.#of = of;
    this.#prices = prices;
    const { customer, renewal } = of();
    this.#draft = draftStore(app.workspaceId, `renewal-${customer.id}-${renewal.anniversary}`);
    this.#chosen = this.#draft.read() ?? {};
  }

  readonly #edition = $derived.by(() => {
    const { data } = this.#of().customer;
    return chosenEdition(
      levelEditions,
      data.programme,
      data.editions,
      this.#app.workspace?.data.editions,
    );
  });
  readonly #quantities = $derived.by(() =>
    Object.fromEntries(
      this.#of().renewal.plans.map((plan) => [
        plan.key,
        ownEntry(this.#chosen, plan.key) ?? suggestedQuantity(plan),
      ]),
    ),
  );
  readonly #lines = $derived.by((): BasketLine[] => {
    const { customer, renewal } = this.#of();
    const prices = priceIndex(this.#prices(), { day: this.#orderDay, currency: renewal.currency });
    const { segment, programme } = customer.data;
    const committed = committedAt(customer.data, renewal.anniversary);
    return renewal.plans.map((plan) => {
      const sku = suitableSku(
        plan,
        { level: pricedLevel(this.level), segment, committed, programme },
        prices,
      );
      return { plan, quantity: this.#quantities[plan.key] ?? 0, sku, price: prices.bySku(sku) };
    });
  });

  // What is quoted before the window opens is ordered in it, at the price of then.
  get #orderDay(): Day {
    const { windowOpens } = this.#of().renewal.standing;
    return windowOpens > this.#app.today ? windowOpens : this.#app.today;
  }

  get edition() {
    return this.#edition;
  }
  /** Chosen quantities by plan. */
  get quantities(): Readonly<Record<string, number>> {
    return this.#quantities;
  }
  get #asked() {
    const { customer, renewal } = this.#of();
    return { renewal, chosen: this.#quantities, data: customer.data };
  }
  get level(): LevelOrNone {
    return levelOfRenewal(this.#asked, this.#edition);
  }
  /** The level above, and how many more licences it takes. */
  get nextLevel(): NextLevel | undefined {
    return nextOfRenewal(this.#asked, this.#edition);
  }
  /** How many licences the three-year commitment asks for beyond what is chosen. */
  get short(): number {
    const { customer, renewal } = this.#of();
    return shortOfCommitment(customer.data, renewal, this.#quantities);
  }
  get lines(): readonly BasketLine[] {
    return this.#lines;
  }
  /** The lines with something to renew. */
  get ordered(): readonly BasketLine[] {
    return this.#lines.filter(({ quantity }) => quantity > 0);
  }
  get count(): number {
    return this.#lines.reduce((sum, { quantity }) => sum + quantity, 0);
  }
  get hasPrices(): boolean {
    return this.#prices().length > 0;
  }
  /** What it costs in a year; empty unless every line has its price. */
  get sums(): readonly Money[] {
    const priced = this.ordered.flatMap(({ price, quantity }) =>
      price !== undefined && isAmount(price.yearlyPrice)
        ? [
            {
              amount: fromCents(toCents(price.yearlyPrice) * BigInt(quantity)),
              currency: price.currency,
            },
          ]
        : [],
    );
    return priced.length === this.ordered.length ? sumsByCurrency(priced) : [];
  }
  get isChanged(): boolean {
    return Object.keys(this.#chosen).length > 0;
  }

  /** Chooses how many to renew of a plan: a whole number, 0 or more. */
  choose(plan: string, quantity: number): void {
    this.#chosen = { ...this.#chosen, [plan]: quantity };
    this.#draft.keep(this.#chosen);
  }
  /** Goes back to the suggestion. */
  reset(): void {
    this.#chosen = {};
    this.#draft.clear();
  }
}

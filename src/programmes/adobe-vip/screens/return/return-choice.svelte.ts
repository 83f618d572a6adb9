import { committedMinimum } from '#programmes/adobe-vip/rules/customer/commitment-commands.ts';
import { levelEditions } from '#programmes/adobe-vip/rules/level/level-editions.ts';
import {
  levelsOfReturn,
  type LevelsOfReturn,
} from '#programmes/adobe-vip/rules/level/level-of-return.ts';
import { countableOwned } from '#programmes/adobe-vip/rules/level/level.ts';
import { planKey } from '#programmes/adobe-vip/rules/product/product-name.ts';
import { linesLeft } from '#programmes/adobe-vip/rules/order/order-lines-left.ts';
import {
  whyNotAsked,
  type ReturnInput,
  type Returning,
} from '#programmes/adobe-vip/rules/return/return-commands.ts';
import { returnPartOn } from '#programmes/adobe-vip/rules/return/return-part.ts';
import { returnReach, takesFor } from '#programmes/adobe-vip/rules/return/return-reach.ts';
import type { ReturnProblem } from '#programmes/adobe-vip/rules/return/return-rules.ts';
import { returnableLines } from '#programmes/adobe-vip/rules/return/returnable.ts';
import { isConsumable } from '#programmes/adobe-vip/rules/product/sku.ts';
import type { VipCustomer } from '#programmes/adobe-vip/rules/customer/vip-customer.ts';
import { chosenEdition } from '#programmes/adobe-vip/rules/edition/vip-edition.ts';
import type { VipOrder } from '#programmes/adobe-vip/rules/order/vip-order.ts';
import { isDay, type Day } from '#core/day/day.ts';
import type { App } from '#ui/app.svelte.ts';
import { KeptForm } from '#ui/form/kept-form.svelte.ts';
import type { CustomerHere } from '../customer/customer-here.svelte.ts';

type Given = { readonly customer: VipCustomer; readonly order: VipOrder };

type Typed = {
  /** The one the order has first, until another is chosen. */
  product: string | null;
  /** How many go back of each line; until something is chosen, what the order has. */
  taken: Readonly<Record<string, number>> | null;
  /** The day on which Adobe was asked; '' while none is typed. */
  askedOn: Day;
  /** Whether some of a consumable has been used. */
  consumableUsed: boolean;
  /** Adobe's number of it, where it is known already. */
  reference: string;
};

/**
 * The chosen return of a customer's product; it begins with what one order has.
 */
export class ReturnChoice {
  readonly #app: App;
  readonly #here: CustomerHere;
  readonly #given: () => Given;
  /** What is typed, kept until the request is made. */
  readonly kept: KeptForm<Typed>;
  readonly #products = $derived.by(() => this.#ofOrder());
  readonly #lines = $derived.by(() =>
    this.#here.book === undefined ? [] : returnableLines(this.#here.book, this.product, this.#day),
  );
  readonly #reach = $derived.by(() => returnReach(this.open, this.part));
  readonly #input = $derived.by(() => this.#asked());
  readonly #levels = $derived.by(() => this.#levelsNow());
  readonly #checked = $derived.by(() => whyNotAsked(this.#input, this.returning, this.#app.today));

  constructor(app: App, here: CustomerHere, given: () => Given) {
    [this.#app, this.#here, this.#given] = [app, here, given];
    this.kept = new KeptForm<Typed>(app.workspaceId, `return-${given().order.id}`, {
      product: null,
      taken: null,
      askedOn: app.today,
      consumableUsed: false,
      reference: '',
    });
  }

  // Until a day is complete, today's rules apply.
  get #day(): Day {
    const { askedOn } = this.kept.typed;
    return isDay(askedOn) ? askedOn : this.#app.today;
  }

  #levelsNow(): LevelsOfReturn & { readonly licences: number } {
    const { book, plans } = this.#here;
    if (book === undefined) return { before: 'none', after: 'none', licences: 0 };
    const { programme, editions } = this.#given().customer.data;
    const edition = chosenEdition(
      levelEditions,
      programme,
      editions,
      this.#app.workspace?.data.editions,
    );
    const licences = Math.max(0, countableOwned(plans) - (this.isConsumable ? 0 : this.count));
    return { ...levelsOfReturn(book, this.#input.takes, this.#app.today, edition), licences };
  }

  // What is left of the order, by product.
  #ofOrder(): { readonly value: string; readonly label: string }[] {
    const left = linesLeft(this.#given().order, this.#here.book?.returns ?? []).filter(
      (line) => line.left > 0,
    );
    const named = left.map(
      (line) => [planKey(line.product, line.licenceType), line.product || line.sku] as const,
    );
    return Object.entries(Object.fromEntries(named)).map(([value, label]) => ({ value, label }));
  }

  #asked(): ReturnInput {
    const takes = this.open.flatMap(({ id, order, line, quantity }) => {
      const some = Math.min(quantity, this.takenOf(id));
      return some > 0 ? [{ order: order.id, line: line.id, quantity: some }] : [];
    });
    const { consumableUsed, reference, askedOn } = this.kept.typed;
    return { takes, consumableUsed, reference, askedOn };
  }

  /** The products of the order that something is left of, by `planKey`. */
  get products() {
    return this.#products;
  }
  get product(): string {
    const { product } = this.kept.typed;
    return (
      this.#products.find(({ value }) => value === product)?.value ?? this.#products[0]?.value ?? ''
    );
  }
  set product(next: string) {
    this.kept.typed = { ...this.kept.typed, product: next, taken: null, consumableUsed: false };
  }
  get plan() {
    return this.#here.plans.find(({ key }) => key === this.product);
  }
  get lines() {
    return this.#lines;
  }
  get open() {
    return this.#lines.filter(({ isOpen }) => isOpen);
  }
  get isConsumable(): boolean {
    return this.#lines.some(({ line }) => isConsumable(line.sku));
  }
  get part() {
    const { data } = this.#given().customer;
    const { workspace } = this.#app;
    return this.isConsumable
      ? 'line'
      : returnPartOn(this.#day, data.programme, data.editions, workspace?.data.editions).part;
  }
  get reach() {
    return this.#reach;
  }
  get input(): ReturnInput {
    return this.#input;
  }
  /** Adobe numbers order by order: what goes back of several has no one number. */
  get isOfOneOrder(): boolean {
    const [first, ...others] = this.#input.takes;
    return first !== undefined && others.every(({ order }) => order === first.order);
  }
  get count(): number {
    return this.#input.takes.reduce((sum, { quantity }) => sum + quantity, 0);
  }
  /** What speaks against it and what to warn of. */
  get checked() {
    return this.#checked;
  }
  /** What speaks against the day alone, whatever is chosen. */
  get dayProblem(): ReturnProblem | undefined {
    const { refusal } = this.#checked;
    if (refusal?.field === 'askedOn') return refusal;
    const { orderDate } = this.#given().order.data;
    // Lines of an earlier order may go back on that day: choosing one of them shows no warning.
    const isEarly = this.count === 0 && this.#day < orderDate;
    return isEarly
      ? { code: 'return-before-order', field: 'askedOn', params: { orderDate } }
      : undefined;
  }
  get returning(): Returning {
    const { data } = this.#given().customer;
    const { book, plans } = this.#here;
    return {
      customerName: data.name,
      programme: data.programme,
      part: this.part,
      plans,
      book: { orders: book?.orders ?? [], returns: book?.returns ?? [] },
      committedMinimum: committedMinimum(data, this.#app.today),
      owner: data.owner || this.#app.me,
    };
  }
  /**
   * The discount level of later orders before and after, and how many licences count to one then.
   */
  get levels() {
    return this.#levels;
  }

  /** How many of a line go back. */
  takenOf(id: string): number {
    const { taken } = this.kept.typed;
    if (taken !== null) return taken[id] ?? 0;
    const own = this.open.find(
      (line) => line.id === id && line.order.id === this.#given().order.id,
    );
    return own?.quantity ?? 0;
  }
  /** Takes so many, from the lines that close first. */
  choose(quantity: number): void {
    this.kept.typed.taken = Object.fromEntries(
      takesFor(this.#reach, quantity).map((take) => [take.id, take.quantity]),
    );
  }
  /** Takes the whole of a line, or nothing of it. */
  toggle(id: string, isTaken: boolean): void {
    const taken = this.open.map((line) => {
      const some = line.id === id ? (isTaken ? line.quantity : 0) : this.takenOf(line.id);
      return [line.id, some] as const;
    });
    this.kept.typed.taken = Object.fromEntries(taken);
  }
}

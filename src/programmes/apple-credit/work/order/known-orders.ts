import type { CreditOrder } from '#programmes/apple-credit/rules/order/credit-order.ts';
import { orderKey } from '#programmes/apple-credit/rules/order/order-key.ts';
import type { RecordCollection } from '#data/records/database.ts';
import { readOnTop } from '#data/records/read-on-top.ts';
import { readMany } from '#data/records/read-under.ts';
import { reading, type Records } from '#data/records/records.ts';

const KIND = 'credit-order';

/**
 * Which orders have the same number, and which were joined to another, without reading all of them
 * after each write: ten thousand take a second, in which nothing can be saved.
 */
export class KnownOrders {
  /** By the id of an order in the trash, the one that it was joined to. */
  readonly joined = new Map<string, string>();
  readonly #collection: RecordCollection;
  readonly #records: Pick<Records, 'many'>;
  /** The number of each order that is not in the trash, in the form that is compared. */
  readonly #numbers = new Map<string, string>();
  readonly #alike = new Map<string, string[]>();
  /** Orders that say which older one they may be. */
  readonly #noted = new Set<string>();

  constructor(collection: RecordCollection) {
    this.#collection = collection;
    this.#records = reading(collection);
  }

  /** Reads all orders, a batch at a time, and keeps none. Answers their numbers. */
  async readAll(): Promise<ReadonlySet<string>> {
    const numbers = new Set<string>();
    for await (const orders of readOnTop(this.#collection, KIND))
      for (const order of orders)
        for (const number of this.#learn(order.id, order)) numbers.add(number);
    return numbers;
  }

  /** Reads these orders again, which were written. Answers the numbers that they have or had. */
  async readAgain(ids: readonly string[]): Promise<ReadonlySet<string>> {
    const orders = await readMany(this.#records, ids, KIND);
    return new Set(ids.flatMap((id) => this.#learn(id, orders.get(id))));
  }

  /** The orders of these numbers that may be one, or say that they may. */
  async mayBeOne(numbers: ReadonlySet<string>): Promise<CreditOrder[]> {
    const ids = [...numbers].flatMap((number) => {
      const alike = this.#alike.get(number) ?? [];
      // Orders without a number are not alike.
      const mayBe = alike.length > 1 && number !== '';
      return mayBe ? alike : alike.filter((id) => this.#noted.has(id));
    });
    return [...(await readMany(this.#records, ids, KIND)).values()].filter(
      ({ trashedOn }) => trashedOn === '',
    );
  }

  #learn(id: string, order: CreditOrder | undefined): string[] {
    const isThrown = order !== undefined && order.trashedOn !== '';
    const joinedTo = isThrown ? (order.data.joinedTo ?? '') : '';
    if (joinedTo === '') this.joined.delete(id);
    else this.joined.set(id, joinedTo);
    const before = this.#numbers.get(id);
    const number = order === undefined || isThrown ? undefined : orderKey(order.data.orderNumber);
    if (number !== before) this.#move(id, before, number);
    if (number !== undefined && (order?.data.meets ?? '') !== '') this.#noted.add(id);
    else this.#noted.delete(id);
    return [before, number].filter((known) => known !== undefined);
  }

  #move(id: string, before: string | undefined, number: string | undefined): void {
    if (before !== undefined) {
      const others = (this.#alike.get(before) ?? []).filter((other) => other !== id);
      if (others.length > 0) this.#alike.set(before, others);
      else this.#alike.delete(before);
    }
    if (number === undefined) {
      this.#numbers.delete(id);
      return;
    }
    this.#numbers.set(id, number);
    const alike = this.#alike.get(number);
    if (alike === undefined) this.#alike.set(number, [id]);
    else alike.push(id);
  }
}

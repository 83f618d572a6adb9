import * as z from '#core/schema.ts';
import type { ListedPrice } from '#programmes/adobe-vip/rules/product/price-index.ts';
import type { Records } from '#data/records/records.ts';
import { breath } from '#platform/breath.ts';
import type { Found } from '#data/records/found.ts';

const text = z._default(z.string(), '');
const schema = z.object({
  sku: z.string(),
  product: text,
  segment: text,
  level: text,
  yearlyPrice: text,
  currency: text,
  months: z._default(z.number(), 0),
  validFrom: text,
  datedPrices: z.optional(z.record(z.string(), z.string())),
});

type Prices = Pick<Records, 'find' | 'changed'>;

/** So many at a time, with a breath in between: a price list has ten thousand lines. */
const PAGE = 250;
const KIND = { kind: 'price-list-item', parent: '' } as const;

const readAll = async (records: Prices): Promise<ListedPrice[]> => {
  const all: ListedPrice[] = [];
  for (let after: string | undefined = ''; after !== undefined;) {
    const page: Found<'price-list-item'>[] = await records.find({ ...KIND, after, limit: PAGE });
    for (const { data } of page) {
      const read = schema.safeParse(data);
      if (read.success) all.push(read.data);
    }
    after = page.length < PAGE ? undefined : page.at(-1)?.id;
    if (after !== undefined) await breath();
  }
  return all;
};

const kept = new WeakMap<object, Promise<ListedPrice[]>>();

/**
 * The price list, as far as one was imported; without it the SKUs are reckoned from those that were
 * bought. It is read once for all customers that are looked at, until a price is written.
 */
export const listedPrices = (records: Prices): Promise<ListedPrice[]> => {
  const known = kept.get(records);
  if (known !== undefined) return known;
  const forget = (): void => {
    watched.unsubscribe();
    kept.delete(records);
  };
  const watched = records.changed(KIND.parent, KIND.kind).subscribe(() => forget());
  const reading = readAll(records);
  reading.catch(forget);
  kept.set(records, reading);
  return reading;
};

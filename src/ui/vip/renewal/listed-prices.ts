import * as s from 'valibot';
import type { ListedPrice } from '#domain/adobe-vip/renewal-suggestion.ts';
import type { Records } from '#data/records.ts';

const text = s.optional(s.string(), '');
const schema = s.object({
  ...{ sku: s.string(), product: text, segment: text, level: text, yearlyPrice: text, currency: text },
});

/** The price list, as far as one was imported; without it the SKUs are reckoned from those that were bought. */
export const listedPrices = async (records: Pick<Records, 'find'>): Promise<ListedPrice[]> => {
  const found = await records.find({ kind: 'price-list-item' });
  return found.flatMap(({ data }) => {
    const read = s.safeParse(schema, data);
    return read.success ? [read.output] : [];
  });
};

import type { Language, Messages } from '#core/language/language.ts';
import type { stock } from '#programmes/apple-licences/words/sv/stock.ts';

/** The words of what home says of apps, in one language. */
export type StockWords = Messages<typeof stock>;

/** Loaded once an app is counted; home's first load knows nothing of them. */
export const loadStockText = async (language: Language): Promise<StockWords> =>
  language === 'sv'
    ? (await import('#programmes/apple-licences/words/sv/stock.ts')).stock
    : (await import('#programmes/apple-licences/words/en/stock.ts')).stock;

/** A price and the days that it holds from: without its day it is another one's. */
export const PRICE_SAID = ['validFrom', 'yearlyPrice', 'datedPrices'] as const;

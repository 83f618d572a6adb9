/**
 * A price and the days it is valid from: these belong together, since a price without its day is
 * meaningless.
 */
export const PRICE_FIELDS = ['validFrom', 'yearlyPrice', 'datedPrices'] as const;

const TOGETHER: Readonly<Record<string, readonly string[]>> = {
  // A price without the day from which it holds is another one's.
  'price-list-item': ['yearlyPrice', 'validFrom', 'datedPrices'],
};

/** The fields of a kind that are one saying: where an import is undone they return together or not at all (C13). */
export const returnedTogether = (kind: string): readonly string[] => TOGETHER[kind] ?? [];

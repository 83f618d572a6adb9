import { countIn } from '#core/language/count.ts';

const n = countIn('en');

/** Days in a sentence: "1 day", "14 days". */
export const dayCount = (count: number): string => (count === 1 ? '1 day' : `${n(count)} days`);

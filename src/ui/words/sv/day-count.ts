import { countIn } from '#core/language/count.ts';

const n = countIn('sv');

/** Days in a sentence: "1 dag", "14 dagar". */
export const dayCount = (count: number): string => (count === 1 ? '1 dag' : `${n(count)} dagar`);

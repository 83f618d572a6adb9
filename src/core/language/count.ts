import { formatFor } from './format.ts';
import type { Language } from './language.ts';

/**
 * Writes the counts in the sentences of a language: `10 000`, `10,000`. What is text already stays
 * as it is.
 */
export const countIn =
  (language: Language) =>
  (count: number | string): string =>
    typeof count === 'number' ? formatFor(language).number(count) : count;

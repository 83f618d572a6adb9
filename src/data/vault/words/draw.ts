import { LANGUAGES, type Language } from '#core/language/language.ts';
import { randomIndex } from '#platform/ids.ts';

const LISTS: Readonly<Record<Language, () => Promise<readonly string[]>>> = {
  sv: async () => (await import('./swedish.ts')).swedishWords,
  en: async () => (await import('./english.ts')).englishWords,
};

/** The list of a language, 2,048 words; loaded when first asked for. */
export const loadWords = (language: Language): Promise<readonly string[]> => LISTS[language]();

/** Whether a word is in any list; loads them all. */
export const loadListed = async (): Promise<(word: string) => boolean> => {
  const listed = new Set((await Promise.all(LANGUAGES.map(loadWords))).flat());
  return (word) => listed.has(word);
};

/**
 * Draws words independently, each as likely as the other: eleven bits a word. A word may come
 * twice.
 */
export const drawWords = (list: readonly string[], count: number): string[] =>
  Array.from({ length: count }, () => list[randomIndex(list.length)] as string);

/** Letters and digits that are not mistaken for one another on paper. */
const MARKS = 'ACDEFHJKLMNPRTUVWXY3479';

/**
 * Four letters that distinguish one printout from another: an abandoned kit looks like the valid
 * one. They are drawn separately from the words and reveal nothing about them.
 */
export const drawMark = (): string =>
  Array.from({ length: 4 }, () => MARKS[randomIndex(MARKS.length)]).join('');

/**
 * Two different places out of so many, smaller first (1-based): the words that the check of a kit
 * asks for.
 */
export const drawPlaces = (count: number): [number, number] => {
  const first = randomIndex(count);
  const second = (first + 1 + randomIndex(count - 1)) % count;
  return [Math.min(first, second) + 1, Math.max(first, second) + 1];
};

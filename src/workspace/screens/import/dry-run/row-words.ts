import { foreignText, MOST_IN_LIST, shownText } from '#core/text/foreign-text.ts';

/**
 * What a row of the dry run says: a title, what happens (in parts, and in one line), and the word
 * at its end.
 */
export type RowWords = {
  readonly title: string;
  readonly parts: readonly string[];
  readonly detail: string;
  readonly badge: string;
  readonly tone: 'late' | 'accent' | 'plain' | 'ok';
};

/**
 * Parts in a list, and in one line, where long ones are cut; empty ones say nothing. They may hold
 * what a file says.
 */
export const rowParts = (texts: readonly string[]): Pick<RowWords, 'parts' | 'detail'> => {
  const parts = texts.filter((part) => part !== '').map(shownText);
  const inLine = parts.map((part) => foreignText(part, MOST_IN_LIST));
  return { parts, detail: inLine.join(' · ') };
};

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

/** Parts in a list, and in one line; empty ones say nothing. */
export const rowParts = (texts: readonly string[]): Pick<RowWords, 'parts' | 'detail'> => {
  const parts = texts.filter((part) => part !== '');
  return { parts, detail: parts.join(' · ') };
};

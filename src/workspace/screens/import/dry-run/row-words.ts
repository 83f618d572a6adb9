import { shownOutcome, type ShownOutcome } from '#core/import/shown-outcome.ts';
import type { BareRow } from '#core/import/planned-row.ts';
import { foreignText, MOST_IN_LIST, shownText } from '#core/text/foreign-text.ts';
import type { Texts } from '#ui/text.ts';

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

/** The colour of a row's end. */
export const TONES: Readonly<Record<ShownOutcome, RowWords['tone']>> = {
  new: 'ok',
  changed: 'accent',
  same: 'plain',
  duplicate: 'plain',
  unreadable: 'late',
  'left-out': 'plain',
};

/** The word at the end of a row of the dry run, and its colour. */
export const endOf = (
  row: Pick<BareRow, 'outcome' | 'why'>,
  { import: { outcomes } }: Pick<Texts, 'import'>,
): Pick<RowWords, 'badge' | 'tone'> => {
  const outcome = shownOutcome(row);
  return { badge: outcomes[outcome], tone: TONES[outcome] };
};

/** What a row says that is not read: why, in words, and what it is called; '' where it has no name. */
export const unreadWords = (
  row: Pick<BareRow, 'outcome' | 'why'>,
  why: string,
  name: string,
  text: Pick<Texts, 'import'>,
): RowWords => ({
  title: why,
  ...rowParts([name, shownOutcome(row) === 'left-out' ? '' : text.import.skipped]),
  ...endOf(row, text),
});

import type { Question } from '#core/import/file-question.ts';
import type { Texts } from '#ui/text.ts';

/** An answer: the choice, what it says, and where it holds, if that is more than where it is asked. */
export type GivenAnswer = {
  readonly choice: string;
  readonly says: string;
  readonly holds?: string;
};

/** A question as the dry run shows it, with the answer that it has. */
export type AskedQuestion = {
  /** What it is known by among all questions of the dry run. */
  readonly id: string;
  /** The files or sheets that it is about, in words; '' where there are no others. */
  readonly about: string;
  readonly title: string;
  readonly why: string;
  readonly choices: readonly { readonly id: string; readonly label: string }[];
  /** The answer given; undefined while it is open. */
  readonly given?: GivenAnswer | undefined;
  /** Nothing at all is imported before it is answered. */
  readonly isFirst?: boolean;
  readonly answer: (choice: string) => Promise<void>;
  /** Takes the answer back; absent where it holds until there is another. */
  readonly takeBack?: () => void;
};

/** What tells of a question about how amounts or days are written. */
type Told = {
  readonly chosen: string | undefined;
  /** Whether it is answered as last time. */
  readonly isAsBefore: boolean;
  readonly currency: string;
  readonly today: string;
};

/** A question about how the file writes amounts or days, in words. */
export const writtenQuestion = (
  { kind, row, written, choices }: Question,
  { chosen, isAsBefore, currency, today }: Told,
  { import: words, format }: Pick<Texts, 'import' | 'format'>,
): Pick<AskedQuestion, 'title' | 'why' | 'choices' | 'given'> => {
  const meaning = choices.find(({ id }) => id === chosen);
  if (kind === 'order-number')
    return numberQuestion({ row, choices, chosen: meaning?.id, isAsBefore }, words);
  const readsOf = (reads: string, now: string): string =>
    kind === 'amount' ? format.money(reads, currency) : format.dayLong(reads, now);
  const why = isAsBefore ? words.answeredBefore : words.answerForAll;
  return {
    title: kind === 'amount' ? words.asksAmount(row, written) : words.asksDate(row, written),
    why,
    choices: choices.map(({ id, reads }) => ({ id, label: readsOf(reads, today) })),
    // With its year, whichever is now: it is what the cell became.
    given: meaning && {
      choice: meaning.id,
      says: words.became(written, readsOf(meaning.reads, '')),
      holds: why,
    },
  };
};

/** Whether numbers that stand alone among codes are those of their orders. */
const numberQuestion = (
  {
    row,
    choices,
    chosen,
    isAsBefore,
  }: Pick<Question, 'row' | 'choices'> & Pick<Told, 'chosen' | 'isAsBefore'>,
  { asksNumber, answeredBefore }: Texts['import'],
): Pick<AskedQuestion, 'title' | 'why' | 'choices' | 'given'> => {
  const sayOf = (id: string): string => (id === 'yes' ? asksNumber.yes : asksNumber.no);
  const why = isAsBefore ? answeredBefore : asksNumber.why;
  return {
    title: asksNumber.title(row),
    why,
    choices: choices.map(({ id }) => ({ id, label: sayOf(id) })),
    given: chosen === undefined ? undefined : { choice: chosen, says: sayOf(chosen), holds: why },
  };
};

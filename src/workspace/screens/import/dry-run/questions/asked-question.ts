import type { Question } from '#core/import/file-question.ts';
import { foreignText } from '#core/text/foreign-text.ts';
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

/** A question as it is put, and its answer. */
type Put = Pick<AskedQuestion, 'title' | 'why' | 'choices' | 'given'>;

/** A question about how the file writes amounts or days, or whose its sums are, in words. */
export const writtenQuestion = (
  question: Question,
  told: Told,
  text: Pick<Texts, 'import' | 'format'>,
): Put => {
  if (question.kind === 'amount-of') return sumQuestion(question, told, text);
  const { kind, row, written, choices } = question;
  const { chosen, isAsBefore, currency, today } = told;
  const { import: words, format } = text;
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
): Put => {
  const sayOf = (id: string): string => (id === 'yes' ? asksNumber.yes : asksNumber.no);
  const why = isAsBefore ? answeredBefore : asksNumber.why;
  return {
    title: asksNumber.title(row),
    why,
    choices: choices.map(({ id }) => ({ id, label: sayOf(id) })),
    given: chosen === undefined ? undefined : { choice: chosen, says: sayOf(chosen), holds: why },
  };
};

/** Whether the sums under a heading are those of each code or of the whole order. */
const sumQuestion = (
  { written, order, choices }: Question,
  { chosen, isAsBefore, currency }: Told,
  { import: words, format }: Pick<Texts, 'import' | 'format'>,
): Put => {
  const { asksSum, answeredBefore, answerForAll } = words;
  const { number = '', codes = 0, currency: own = '' } = order ?? {};
  // The order stays in sight with its answer: it is what the sums are of.
  const why = `${asksSum.why(foreignText(number), codes)} ${isAsBefore ? answeredBefore : answerForAll}`;
  const sayOf = ({ id, reads }: Question['choices'][number]): string => {
    const sum = reads === '' ? '' : format.money(reads, own || currency);
    return id === 'code' ? asksSum.code(sum) : asksSum.order(sum);
  };
  const meaning = choices.find(({ id }) => id === chosen);
  return {
    title: asksSum.title(foreignText(written)),
    why,
    choices: choices.map((choice) => ({ id: choice.id, label: sayOf(choice) })),
    given: meaning && { choice: meaning.id, says: sayOf(meaning), holds: why },
  };
};

import { ownEntry } from '#core/own-entry.ts';
import type { CommonProblem, Problem } from '#core/result.ts';
import type { Texts } from '#programmes/apple-credit/screens/text.ts';

/** What these words have a sentence for, and what any record may be refused with. */
export type SaidProblem = Problem<keyof Texts['credit']['problems'] | CommonProblem['code']>;

type Words = Pick<Texts, 'credit' | 'format'>;

/** The sentence of a refusal, saying what to do. */
export const sentenceOf = ({ code, params }: SaidProblem, { credit, format }: Words): string => {
  const { problems } = credit;
  const orderedOn = params?.orderedOn;
  // With its year, which is what is wrong as a rule.
  if (code === 'before-the-order' && typeof orderedOn === 'string')
    return credit.beforeTheOrderOf(format.dayShort(orderedOn, ''));
  return code === 'changed-since' || code === 'nothing-to-take-back'
    ? problems.unknown
    : problems[code];
};

/** The same of any code: one that these words do not know gets the plain one. */
export const sentenceOfCode = (code: string, params: SaidProblem['params'], text: Words): string =>
  isSaid(code, text)
    ? sentenceOf({ code, ...(params === undefined ? {} : { params }) }, text)
    : text.credit.problems.unknown;

const isSaid = (code: string, { credit }: Words): code is SaidProblem['code'] =>
  ownEntry<string>(credit.problems, code) !== undefined;

/** The sentence for one field, or undefined when the refusal is about another. */
export const errorOf = (
  problem: SaidProblem | undefined,
  field: string,
  text: Words,
): { readonly error?: string } =>
  problem?.field === field ? { error: sentenceOf(problem, text) } : {};

/** The sentence of a refusal that is about none of these fields, which tell theirs themselves. */
export const errorBesides = (
  problem: SaidProblem | undefined,
  fields: readonly string[],
  text: Words,
): string | undefined =>
  problem === undefined || fields.some((field) => field === problem.field)
    ? undefined
    : sentenceOf(problem, text);

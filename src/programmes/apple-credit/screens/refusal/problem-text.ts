import type { CommonProblem, Problem } from '#core/result.ts';
import type { Texts } from '#programmes/apple-credit/screens/text.ts';

/** What these words have a sentence for, and what any record may be refused with. */
export type SaidProblem = Problem<keyof Texts['credit']['problems'] | CommonProblem['code']>;

type Words = Pick<Texts, 'credit' | 'format'>;

/** The sentence of a refusal, saying what to do. */
export const sentenceOf = (problem: SaidProblem, { credit, format }: Words): string => {
  const { problems } = credit;
  const { code, params } = dayOfOrderWritten(problem, { format });
  const orderedOn = params?.orderedOn;
  if (code === 'before-the-order' && typeof orderedOn === 'string')
    return credit.beforeTheOrderOf(orderedOn);
  return code === 'changed-since' || code === 'nothing-to-take-back'
    ? problems.unknown
    : problems[code];
};

/** A refusal whose day of the order is as people write it. */
export const dayOfOrderWritten = <P extends Pick<SaidProblem, 'params'>>(
  problem: P,
  { format }: Pick<Texts, 'format'>,
): P => {
  const orderedOn = problem.params?.orderedOn;
  if (typeof orderedOn !== 'string') return problem;
  // With its year, which is what is wrong as a rule.
  return { ...problem, params: { ...problem.params, orderedOn: format.dayShort(orderedOn, '') } };
};

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

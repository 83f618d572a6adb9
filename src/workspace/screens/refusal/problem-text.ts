import { ownEntry } from '#core/own-entry.ts';
import type { Problem } from '#core/result.ts';
import type { Texts } from '#ui/text.ts';

/**
 * The sentence of a refusal, saying what to do. A code this screen does not know gets the plain
 * one.
 */
export const sentenceOf = (problem: Problem, text: Pick<Texts, 'credit' | 'format'>): string => {
  const { orderedOn, name } = problem.params ?? {};
  // With its year, which is what is wrong as a rule.
  if (problem.code === 'before-the-order' && typeof orderedOn === 'string')
    return text.credit.beforeTheOrderOf(text.format.dayShort(orderedOn, ''));
  if (problem.code === 'app-is-here' && name !== undefined) return text.credit.appIsHere(name);
  const { problems } = text.credit;
  return ownEntry<string>(problems, problem.code) ?? problems.unknown;
};

/** The sentence for one field, or undefined when the refusal is about another. */
export const errorOf = (
  problem: Problem | undefined,
  field: string,
  text: Pick<Texts, 'credit' | 'format'>,
): { readonly error?: string } =>
  problem?.field === field ? { error: sentenceOf(problem, text) } : {};

/** The sentence of a refusal that is about none of these fields, which tell theirs themselves. */
export const errorBesides = (
  problem: Problem | undefined,
  fields: readonly string[],
  text: Pick<Texts, 'credit' | 'format'>,
): string | undefined =>
  problem === undefined || fields.some((field) => field === problem.field)
    ? undefined
    : sentenceOf(problem, text);

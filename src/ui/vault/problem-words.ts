import type { Problem } from '#domain/result.ts';
import type { Texts } from '../text.ts';

/** The sentence for what the vault refused. A wait is told by the countdown alone. */
export const problemWords = (
  problem: Problem | undefined,
  sentences: Texts['vault']['problems'],
): string | undefined => {
  if (problem === undefined || problem.code === 'wait') return undefined;
  const sentence = sentences[problem.code as keyof typeof sentences];
  return typeof sentence === 'function' ? sentence(String(problem.params?.by ?? '')) : sentence;
};

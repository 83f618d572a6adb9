import type { Problem } from '#core/result.ts';
import type { Texts } from '#ui/text.ts';
import type { LockTold } from './lock-told.svelte.ts';

/** Whose answer was wrong may have typed what counted before. */
const WRONG = { 'wrong-passphrase': 'passphrase', 'wrong-kit': 'recovery-kit' } as const;

/**
 * The sentence for what the vault refused, with what is told of a change. A wait is told by the
 * countdown alone.
 */
export const problemWords = (
  problem: Problem | undefined,
  sentences: Texts['vault']['problems'],
  told?: Pick<LockTold, 'changed'>,
): string | undefined => {
  if (problem === undefined || problem.code === 'wait') return undefined;
  const sentence = sentences[problem.code as keyof typeof sentences];
  const explained =
    typeof sentence === 'function'
      ? sentence(String(problem.params?.by ?? problem.params?.why ?? ''))
      : sentence;
  const kind = WRONG[problem.code as keyof typeof WRONG] as
    (typeof WRONG)[keyof typeof WRONG] | undefined;
  const changed = kind && told?.changed(kind);
  return changed === undefined ? explained : `${explained} ${changed}`;
};

import { refuse, type Problem, type Result } from '#core/result.ts';
import type { KeyringData } from '#workspace/rules/vault/keyring.ts';
import { inTurn } from '#platform/turn.ts';
import type { AttemptCount } from './attempt-count.ts';

/**
 * Tries a secret on the keyring after the wait for earlier wrong ones is over, and counts a wrong
 * one (X9). Refuses with `wait` (params: attempt, waitMs) without trying, `no-keyring`, `given-up`
 * if the user gave up before their turn, and as `open` does, a wrong secret with the same params.
 */
export const countedTry = async <T, Code extends string>(
  {
    workspaceId,
    keyring: read,
  }: { readonly workspaceId: string; readonly keyring: () => Promise<KeyringData | undefined> },
  count: AttemptCount,
  open: (keyring: KeyringData) => Promise<Result<T, Problem<Code>>>,
  signal?: AbortSignal,
): Promise<Result<T, Problem<Code | 'wait' | 'no-keyring' | 'given-up'>>> => {
  const attempt = async (): Promise<Result<T, Problem<Code | 'wait' | 'no-keyring'>>> => {
    const before = count.seen();
    if (before.waitMs > 0)
      return refuse('wait', undefined, { attempt: before.count, waitMs: before.waitMs });
    const keyring = await read();
    if (keyring === undefined) return refuse('no-keyring');
    const answer = await open(keyring);
    if (answer.ok) {
      count.right();
      return answer;
    }
    // One that counted before the keys were changed opens nothing either, and may have been
    // guessed.
    if (
      !['wrong-passphrase', 'wrong-kit', 'keys-changed', 'too-many-wraps'].includes(
        answer.problem.code,
      )
    )
      return answer;
    const after = count.wrong();
    return refuse(answer.problem.code, undefined, { attempt: after.count, waitMs: after.waitMs });
  };
  try {
    // Otherwise answers given at the same time, in one tab or several, would all be tried before
    // the first was counted.
    return await inTurn(`volym-unlock-${workspaceId}`, attempt, signal);
  } catch (error) {
    if (signal?.aborted === true && error === signal.reason) return refuse('given-up');
    throw error;
  }
};

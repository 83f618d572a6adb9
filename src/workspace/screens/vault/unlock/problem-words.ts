import { ownEntry } from '#core/own-entry.ts';
import type { VaultProblem } from '#data/vault/vault-problem.ts';
import type { Texts } from '#ui/text.ts';
import type { LockNotice } from './lock-notice.svelte.ts';

/** Whose answer was wrong may have typed what counted before. */
const WRONG = { 'wrong-passphrase': 'passphrase', 'wrong-kit': 'recovery-kit' } as const;

/** What the store alone refuses, as it may anything that is written: nothing was changed then. */
const BY_STORE = [
  'record-not-understood',
  'not-in-form',
  'changed-since',
  'nothing-to-take-back',
] as const;

const isByStore = (code: VaultProblem['code']): code is (typeof BY_STORE)[number] =>
  BY_STORE.some((known) => known === code);

/**
 * The sentence for a refusal of the vault, with a note about a change. A wait is only shown by the
 * countdown.
 */
export const problemWords = (
  problem: VaultProblem | undefined,
  sentences: Texts['vault']['problems'],
  notice?: Pick<LockNotice, 'changed'>,
): string | undefined => {
  if (problem === undefined) return undefined;
  const { code } = problem;
  if (code === 'wait' || code === 'given-up') return undefined;
  const sentence = sentences[isByStore(code) ? 'not-changed' : code];
  const explained =
    typeof sentence === 'function'
      ? sentence(String(problem.params?.by ?? problem.params?.why ?? ''))
      : sentence;
  const kind = ownEntry<(typeof WRONG)[keyof typeof WRONG]>(WRONG, code);
  const changed = kind && notice?.changed(kind);
  return changed === undefined ? explained : `${explained} ${changed}`;
};

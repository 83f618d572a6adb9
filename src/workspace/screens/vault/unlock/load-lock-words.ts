import { loadWorkspaceWords } from '#workspace/words/load.ts';
import type { Language } from '#core/language/language.ts';

/**
 * All that says why a lock stays shut, or that its secret was changed. It comes only to whom that
 * is said: most open it without a word.
 */
export const loadLockWords = async (language: Language) => {
  const [lock, { lockReason, changeWords }, { default: LockNote }] = await Promise.all([
    loadWorkspaceWords(language, 'lock'),
    import('./lock-words.ts'),
    import('./LockNote.svelte'),
  ]);
  return { language, texts: lock, lockReason, changeWords, LockNote };
};

/** What was loaded. */
export type LockWords = Awaited<ReturnType<typeof loadLockWords>>;

import { loadWorkspaceWords } from '#workspace/words/load.ts';
import type { Language } from '#core/language/language.ts';

/**
 * The words for why a lock stays shut, or that its secret was changed. They are only loaded when
 * needed: most people open it without them.
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

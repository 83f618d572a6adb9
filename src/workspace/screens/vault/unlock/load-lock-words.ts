import type { Language, Messages } from '#core/language/language.ts';
import type { lock } from '#workspace/words/sv/vault-lock.ts';

/**
 * All that says why a lock stays shut, or that its secret was changed. It comes only to whom that
 * is said: most open it without a word.
 */
export const loadLockWords = async (language: Language) => {
  const [lock, { lockReason, changeWords }, { default: LockNote }] = await Promise.all([
    loadLock(language),
    import('./lock-words.ts'),
    import('./LockNote.svelte'),
  ]);
  return { language, texts: lock, lockReason, changeWords, LockNote };
};

const loadLock = async (language: Language): Promise<Messages<typeof lock>> =>
  language === 'sv'
    ? (await import('#workspace/words/sv/vault-lock.ts')).lock
    : (await import('#workspace/words/en/vault-lock.ts')).lock;

/** What was loaded. */
export type LockWords = Awaited<ReturnType<typeof loadLockWords>>;

import { loadWorkspaceWords } from '#workspace/words/load.ts';
import type { Language } from '#core/language/language.ts';

/**
 * The words of the last step, with their language: it stays open while another is chosen in another
 * tab.
 */
export const loadAfterWords = async (language: Language) => {
  const texts = await loadWorkspaceWords(language, 'after');
  return { language, texts };
};

/** What was loaded. */
export type AfterWords = Awaited<ReturnType<typeof loadAfterWords>>;

import { loadWorkspaceWords } from '#workspace/words/load.ts';
import type { Language } from '#core/language/language.ts';

/**
 * What puts a record back that is not understood, with its words. It comes only where there is such
 * a one.
 */
export const loadPutBack = async (language: Language) => {
  const [words, { default: PutBack }] = await Promise.all([
    loadWorkspaceWords(language, 'putBack'),
    import('./PutBack.svelte'),
  ]);
  return { words, PutBack };
};

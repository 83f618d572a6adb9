import { loadWorkspaceWords } from '#workspace/words/load.ts';
import type { Language } from '#core/language/language.ts';

/** What says that a key is made slowly: it comes only to where it is. */
export const loadSlowKey = async (language: Language) => {
  const [words, { default: SlowKey }] = await Promise.all([
    loadWorkspaceWords(language, 'slowKey'),
    import('./SlowKey.svelte'),
  ]);
  return { words, SlowKey };
};

import type { Language } from '#core/language/language.ts';
import CouchScreen from './CouchScreen.svelte';
import { loadWorkspaceWords } from '#workspace/words/load.ts';

/** The screen that asks for a CouchDB, with its words and those of the lock. */
export const loadCouch = async (language: Language) => {
  const [couch, vault] = await Promise.all([
    loadWorkspaceWords(language, 'couch'),
    loadWorkspaceWords(language, 'vault'),
  ]);
  return { couch, vault, CouchScreen };
};

import type { Language } from '#core/language/language.ts';
import { loadWorkspaceWords } from '#workspace/words/load.ts';
import OnCouch from './OnCouch.svelte';

/** What is on the screen of people for a workspace at a CouchDB, with its words. */
export const loadOnCouch = async (language: Language) => ({
  couch: await loadWorkspaceWords(language, 'couch'),
  OnCouch,
});

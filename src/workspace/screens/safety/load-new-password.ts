import type { Language } from '#core/language/language.ts';
import { loadWorkspaceWords } from '#workspace/words/load.ts';
import NewPassword from './NewPassword.svelte';

/** What asks for another password of a CouchDB, with its words. */
export const loadNewPassword = async (language: Language) => ({
  couch: await loadWorkspaceWords(language, 'couch'),
  NewPassword,
});

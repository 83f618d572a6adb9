import type { Language } from '#core/language/language.ts';
import { loadCouchText } from '#workspace/words/load.ts';
import NewPassword from './NewPassword.svelte';

/** What asks for another password of a CouchDB, with its words. */
export const loadNewPassword = async (language: Language) => ({
  couch: await loadCouchText(language),
  NewPassword,
});

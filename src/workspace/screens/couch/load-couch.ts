import type { Language } from '#core/language/language.ts';
import { loadText } from '#ui/load-text.ts';
import CouchScreen from './CouchScreen.svelte';
import { loadCouchText } from './load-couch-text.ts';

/** The screen that asks for a CouchDB, with its words and those of the lock. */
export const loadCouch = async (language: Language) => {
  const [couch, vault] = await Promise.all([loadCouchText(language), loadText(language, 'vault')]);
  return { couch, vault, CouchScreen };
};

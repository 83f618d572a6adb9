import type { Language } from '#core/language/language.ts';
import { loadWorkspaceWords } from '#workspace/words/load.ts';
import FolderCard from './FolderCard.svelte';

/** What shows the folder that is watched, with its words. */
export const loadFolder = async (language: Language) => ({
  words: await loadWorkspaceWords(language, 'importFolder'),
  FolderCard,
});

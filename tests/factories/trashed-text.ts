import type { Language } from '#core/language/language.ts';
import { loadWorkspaceWords } from '#workspace/words/load.ts';
import { loadTrashText } from '#workspace/screens/trash/load-trash-text.ts';

/** The words of a record in the trash: those of the trash, and what its history needs besides. */
export const trashedText = async (language: Language = 'sv') => ({
  ...(await loadTrashText(language)),
  sync: await loadWorkspaceWords(language, 'sync'),
});

import { loadWorkspaceWords } from '#workspace/words/load.ts';
import type { Language } from '#core/language/language.ts';
import { loadRecordText, type RecordTexts } from '../history/load-history-text.ts';
import type { Catalogues } from '#ui/text.ts';

/** The words of the trash, and those that its records are named in. */
export const loadTrashText = async (
  language: Language,
): Promise<RecordTexts & Pick<Catalogues, 'acts' | 'trash'>> => {
  const [trash, texts, acts] = await Promise.all([
    loadWorkspaceWords(language, 'trash'),
    loadRecordText(language),
    loadWorkspaceWords(language, 'acts'),
  ]);
  return { acts, trash, ...texts };
};

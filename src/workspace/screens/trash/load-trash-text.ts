import type { Language } from '#core/language/language.ts';
import { loadActsText } from '../acts/load-acts-text.ts';
import { loadHistoryText, type HistoryTexts } from '../history/load-history-text.ts';
import type { Catalogues } from '#ui/text.ts';

/** The words of the trash, and those that its records are named and told in. */
export const loadTrashText = async (
  language: Language,
): Promise<HistoryTexts & Pick<Catalogues, 'acts' | 'trash'>> => {
  const [trash, told, acts] = await Promise.all([
    loadTrash(language),
    loadHistoryText(language),
    loadActsText(language),
  ]);
  return { acts, trash, ...told };
};

const loadTrash = async (language: Language): Promise<Catalogues['trash']> =>
  language === 'sv'
    ? (await import('#workspace/words/sv/trash.ts')).trash
    : (await import('#workspace/words/en/trash.ts')).trash;

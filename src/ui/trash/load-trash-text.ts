import type { Language } from '#i18n/language.ts';
import { loadActsText } from '../acts/load-acts-text.ts';
import { loadHistoryText, type HistoryTexts } from '../history/load-history-text.ts';
import type { Catalogues } from '../text.ts';

/** The words of the trash, and those that its records are named and told in. */
export const loadTrashText = async (language: Language): Promise<HistoryTexts & Pick<Catalogues, 'acts' | 'trash'>> => {
  const [{ trash }, told, acts] = await Promise.all([
    language === 'sv' ? import('#i18n/sv/trash.ts') : import('#i18n/en/trash.ts'),
    loadHistoryText(language),
    loadActsText(language),
  ]);
  return { acts, trash, ...told };
};

import { formatFor } from '#i18n/format.ts';
import type { Language } from '#i18n/language.ts';
import { more as moreEnglish } from '#i18n/en/more.ts';
import { shell as english } from '#i18n/en/shell.ts';
import { more as moreSwedish } from '#i18n/sv/more.ts';
import { shell as swedish } from '#i18n/sv/shell.ts';
import type { Texts } from '#ui/text.ts';

/** The texts that shared parts read, without the areas of single routes. */
export const shellTexts = (language: Language = 'sv'): Texts => {
  const texts: Pick<Texts, 'shell' | 'more' | 'language' | 'format'> = {
    more: language === 'sv' ? moreSwedish : moreEnglish,
    shell: language === 'sv' ? swedish : english,
    language,
    format: formatFor(language, 'Europe/Stockholm'),
  };
  return texts as Texts;
};

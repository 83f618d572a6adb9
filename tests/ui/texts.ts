import { formatFor } from '#core/language/format.ts';
import type { Language } from '#core/language/language.ts';
import { more as moreEnglish } from '#workspace/words/en/more.ts';
import { shell as english } from '#ui/words/en/shell.ts';
import { more as moreSwedish } from '#workspace/words/sv/more.ts';
import { shell as swedish } from '#ui/words/sv/shell.ts';
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

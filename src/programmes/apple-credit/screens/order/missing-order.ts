import { paths } from '#ui/paths.ts';
import type { Texts } from '#programmes/apple-credit/screens/text.ts';
import type { MissingWords } from '#workspace/screens/record/missing-words.ts';

/** The text if an order or a batch cannot be shown. */
export const missingOrder = (text: Pick<Texts, 'credit'>): MissingWords => {
  const words = text.credit.order;
  return {
    list: { label: text.credit.title, href: paths.credit() },
    toList: words.toList,
    missing: { title: words.gone, sentence: words.goneSentence },
    trashed: {
      title: words.trashed,
      sentence: words.trashedSentence,
      restore: words.restore,
    },
  };
};

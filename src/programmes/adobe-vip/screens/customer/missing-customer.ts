import { paths } from '#ui/paths.ts';
import type { Texts } from '#ui/text.ts';
import type { MissingWords } from '#workspace/screens/record/missing-words.ts';

/** The text if a customer cannot be shown. */
export const missingCustomer = ({ vip }: Pick<Texts, 'vip'>): MissingWords => {
  const { title, sentence, trashed, open, back } = vip.missing;
  return {
    title,
    list: { label: vip.title, href: paths.vip() },
    toList: back,
    missing: { title, sentence },
    trashed: { title, sentence: trashed, open },
  };
};

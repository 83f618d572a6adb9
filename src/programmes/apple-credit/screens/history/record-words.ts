import type { Language } from '#core/language/language.ts';
import { ownEntry } from '#core/own-entry.ts';
import type { CreditOrder } from '#programmes/apple-credit/rules/order/credit-order.ts';
import { loadAppleCreditWords } from '#programmes/apple-credit/words/load.ts';
import type { CreditCatalogues } from '#programmes/apple-credit/words/catalogues.ts';
import type { Texts, RecordWords } from '#ui/text.ts';

/** How orders and codes are described wherever all kinds appear. */
export const recordWords = async (
  language: Language,
): Promise<
  Omit<RecordWords, 'restore' | 'notBack'> & { readonly texts: Pick<CreditCatalogues, 'credit'> }
> => {
  const credit = await loadAppleCreditWords(language, 'credit');
  return {
    texts: { credit },
    fields: credit.history.fields,
    choices: {
      channel: credit.facts.channels,
      inboxEdition: credit.rule.editions,
      manager: credit.purchasers.managers,
    },
    steps: {
      'credit-order': {
        name: (step) => ownEntry<{ readonly done: string }>(credit.life.stages, step)?.done,
      },
      'redemption-code': {
        why: ({ data }) => ownEntry<string>(credit.code.reasons, data?.reason ?? ''),
      },
    },
    numbered: { 'redemption-code': credit.code.titleNumber },
    headings: {
      'credit-order': ({ data }: CreditOrder, { format }: Texts) => ({
        title: data.orderNumber === '' ? '' : credit.orderNumber(data.orderNumber),
        detail: [format.money(data.amount, data.currency), data.institution]
          .filter(Boolean)
          .join(' · '),
      }),
    },
  };
};

import type { reader } from '#programmes/adobe-vip/import/reader.ts';
import { loadAdobeVipWords } from '#programmes/adobe-vip/words/load.ts';
import { entriesIn } from '#core/import/imported-entries.ts';
import type { ImportedChange } from '#core/import/import-run.ts';
import { isAmount } from '#core/money.ts';
import { paths } from '#ui/paths.ts';
import type { Texts } from '#ui/text.ts';
import type { Imported, LeadsTo, SentenceBelow } from '#workspace/screens/import/run/imported.ts';

type Purchase = 'purchase-authorization' | 'vip-order' | 'return-authorization';

const purchases = (kind: Purchase): SentenceBelow => ({
  counts: ({ record, isBrought }) => isBrought && record.kind === kind,
  say: (count, { importVip }) => importVip.purchases[kind](count),
});

const inTheHistory: LeadsTo = ({ parent }) =>
  parent === '' ? undefined : paths.vipHistory(parent);

/**
 * How many were written down on a customer as having a licence, and how many taken off, in words; ''
 * for none.
 */
const holdersIn = ({ fields }: ImportedChange, { importVip }: Texts): string => {
  const { holders } = fields;
  const entries = holders === undefined ? [] : entriesIn(holders);
  const gone = entries.filter(({ to }) => to === undefined).length;
  const came = entries.length - gone;
  return [
    came === 0 ? '' : importVip.holdersCame(came),
    gone === 0 ? '' : importVip.holdersGone(gone),
  ]
    .filter((part) => part !== '')
    .join(', ');
};

/** How lists of a VIP reseller are described after they are read. */
export const imported: Imported<(typeof reader)['readsAs'][number]> = {
  readAs: (language) => loadAdobeVipWords(language, 'readAs'),
  words: async (language) => ({ importVip: await loadAdobeVipWords(language, 'importVip') }),
  reasons: ({ importVip }) => importVip.why,
  names: {
    'invoice-line': ({ data }, { title }) => [title, data.customerName].filter(Boolean).join(', '),
  },
  about: {
    'price-list-item': ({ data: { yearlyPrice, currency } }, { format }) =>
      isAmount(yearlyPrice) && currency !== '' ? format.money(yearlyPrice, currency) : '',
    'invoice-line': ({ data: { netAmount, currency } }, { format }) =>
      isAmount(netAmount) && currency !== '' ? format.money(netAmount, currency) : '',
  },
  // Each row is one of them: how many they are together is said of the customer, once.
  fields: { 'vip-customer': (field) => (field === 'holders' ? '' : undefined) },
  changes: { 'vip-customer': (change, text) => holdersIn(change, text) || text.import.changedHere },
  leadsTo: { 'purchase-authorization': inTheHistory },
  below: {
    'vip-customer': {
      sentences: [
        purchases('purchase-authorization'),
        purchases('vip-order'),
        purchases('return-authorization'),
      ],
    },
  },
};

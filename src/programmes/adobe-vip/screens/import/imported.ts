import type { reader } from '#programmes/adobe-vip/import/reader.ts';
import { loadAdobeVipWords } from '#programmes/adobe-vip/words/load.ts';
import { paths } from '#ui/paths.ts';
import type { Imported, LeadsTo, SentenceBelow } from '#workspace/screens/import/run/imported.ts';

type Purchase = 'purchase-authorization' | 'vip-order' | 'return-authorization';

const purchases = (kind: Purchase): SentenceBelow => ({
  counts: ({ record, isBrought }) => isBrought && record.kind === kind,
  say: (count, { importVip }) => importVip.purchases[kind](count),
});

const inTheHistory: LeadsTo = ({ parent }) =>
  parent === '' ? undefined : paths.vipHistory(parent);

/** How lists of a VIP reseller are described after they are read. */
export const imported: Imported<(typeof reader)['readsAs'][number]> = {
  readAs: (language) => loadAdobeVipWords(language, 'readAs'),
  words: async (language) => ({ importVip: await loadAdobeVipWords(language, 'importVip') }),
  reasons: ({ importVip }) => importVip.why,
  names: {
    'invoice-line': ({ data }, { title }) => [title, data.customerName].filter(Boolean).join(', '),
  },
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

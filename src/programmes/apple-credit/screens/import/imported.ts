import type { reader } from '#programmes/apple-credit/import/reader.ts';
import { loadAppleCreditWords } from '#programmes/apple-credit/words/load.ts';
import { isOfImport } from '#core/import/import-steps.ts';
import { currentSteps } from '#core/record/step.ts';
import { paths } from '#ui/paths.ts';
import type { Below, Imported } from '#workspace/screens/import/run/imported.ts';

/** How many codes came, and how many were marked as redeemed. */
const codes: Below = {
  sentences: [
    {
      counts: ({ record, isBrought }) => isBrought && record.kind === 'redemption-code',
      say: (count, text) => text.import.codes(count),
    },
    {
      counts: ({ record: { kind, trashedOn, steps } }, run) =>
        kind === 'redemption-code' &&
        trashedOn === '' &&
        currentSteps(steps).some((step) => step.kind === 'redeemed' && isOfImport(run.id, step)),
      say: (count, text) => text.import.codesRedeemed(count),
    },
  ],
  none: (text) => text.import.noCodes,
};

/** How sheets of codes and credit orders are described after they are read. */
export const imported: Imported<(typeof reader)['readsAs'][number]> = {
  readAs: (language) => loadAppleCreditWords(language, 'readAs'),
  // The import's general words already cover codes.
  words: () => Promise.resolve({}),
  names: {
    'credit-order': ({ data }, _parts, text) => data.orderNumber || text.import.orderWithout,
    'redemption-code': ({ data }, { parent }, text) => text.import.keptCode(data.number, parent),
  },
  about: {
    'credit-order': ({ data: { amount, currency, institution } }, { format }) =>
      [amount === '' ? '' : format.money(amount, currency), institution]
        .filter((part) => part !== '')
        .join(', '),
  },
  leadsTo: {
    'code-batch': ({ id }) => paths.codes(id),
    'redemption-code': ({ parent }) => (parent === '' ? undefined : paths.codes(parent)),
  },
  below: { 'credit-order': codes, 'code-batch': codes },
};

import type { LowStock } from '#programmes/apple-licences/rules/app/low-stock.ts';
import { formatFor } from '#core/language/format.ts';
import type { App } from '#ui/app.svelte.ts';
import type { Dues } from '#workspace/screens/due/dues.svelte.ts';
import { effectUntil } from '#ui/effect-until.svelte.ts';

/**
 * Puts apps that want more licences among what home shows, while the workspace manages apps and
 * until the signal comes; everyone else loads nothing of it.
 */
export const showStockWhereThereAreApps = (
  app: App,
  dues: Pick<Dues, 'showStock'>,
  signal: AbortSignal,
): void => {
  let stock = $state.raw<LowStock>();
  const isNeeded = $derived(
    app.hasWorkspace && app.workspace?.data.programmes.includes('apple-licences') === true
      ? app.records
      : undefined,
  );
  effectUntil(signal, () => {
    const records = isNeeded;
    if (records === undefined) return;
    const stop = new AbortController();
    const tell = (counted: LowStock): void => void (stock = counted);
    void import('./follow-stock.ts').then(({ followStock }) =>
      followStock(records, tell, stop.signal),
    );
    return () => (stop.abort(), (stock = undefined));
  });
  effectUntil(signal, () => {
    const { language } = app;
    const counted = stock;
    let isOver = false;
    if (counted === undefined || counted.empty.length + counted.low.length === 0)
      dues.showStock([]);
    else
      void Promise.all([import('./stock-rows.ts'), loadText(language)]).then(
        ([{ stockRows }, words]) => {
          if (!isOver) dues.showStock(stockRows(counted, { words, format: formatFor(language) }));
        },
      );
    return () => (isOver = true);
  });
};

const loadText = async (language: App['language']) =>
  (await import('#programmes/apple-licences/words/load.ts')).loadAppleLicencesWords(
    language,
    'stock',
  );

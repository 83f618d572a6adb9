import { loadHistoryWords, loadSyncText } from '#workspace/words/load.ts';
import type { Language } from '#core/language/language.ts';
import type { ToldBy } from '#programmes/programme.ts';
import { onDemandOfAll } from '#programmes/programmes.ts';
import type { Catalogues, Told } from '#ui/text.ts';

/** The words that name records, and what is done to them. */
export type ToldTexts = Pick<Catalogues, 'history' | 'credit' | 'told'>;

/** The words that a history is told in: its own, and those that name records, fields and values. */
export type HistoryTexts = ToldTexts & Pick<Catalogues, 'sync'>;

/** They come where records of all kinds are named. */
export const loadToldText = async (language: Language): Promise<ToldTexts> => {
  const [history, parts] = await Promise.all([
    loadHistoryWords(language),
    onDemandOfAll().then((all) => Promise.all(all.map(({ told }) => told(language)))),
  ]);
  const texts = parts.map((part) => part.texts);
  return Object.assign({ history, told: toldBy(parts) }, ...texts);
};

/** They come with the first history that is opened. */
export const loadHistoryText = async (language: Language): Promise<HistoryTexts> => {
  const [told, sync] = await Promise.all([loadToldText(language), loadSyncText(language)]);
  return { ...told, sync };
};

/** Of all programmes; what two of them say of a field is said as the first of them does. */
const toldBy = (parts: readonly ToldBy[]): Told => {
  const later = parts.toReversed();
  return {
    fields: Object.assign({}, ...later.map(({ fields }) => fields)),
    choices: Object.assign({}, ...later.map(({ choices }) => choices)),
    restore: Object.assign({}, ...later.map(({ restore }) => restore)),
    steps: Object.assign({}, ...later.map(({ steps }) => steps)),
    headings: Object.assign({}, ...later.map(({ headings }) => headings)),
  };
};

import { loadWorkspaceWords } from '#workspace/words/load.ts';
import type { Language } from '#core/language/language.ts';
import type { KindWords, OwnRecordWords } from '#programmes/programme.ts';
import { onDemandOfAll } from '#programmes/programmes.ts';
import type { Catalogues, RecordWords } from '#ui/text.ts';
import { loadKindWords } from './load-kind-words.ts';

/** The words that name records, and what is done to them. */
export type RecordTexts = Pick<Catalogues, 'history' | 'recordWords'>;

/** The words of a history: its own, and those that name records, fields and values. */
export type HistoryTexts = RecordTexts & Pick<Catalogues, 'sync'>;

/** The history's own words, with what the programmes call their kinds of records. */
export const loadHistoryWords = async (language: Language): Promise<Catalogues['history']> => {
  const [own, kinds] = await Promise.all([
    loadWorkspaceWords(language, 'history'),
    loadKindWords(language),
  ]);
  return { ...own, kinds: { ...own.kinds, ...wordByKind(kinds, 'name') } };
};

/** They come where records of all kinds are named. */
export const loadRecordText = async (language: Language): Promise<RecordTexts> => {
  const [history, kinds, parts] = await Promise.all([
    loadHistoryWords(language),
    loadKindWords(language),
    onDemandOfAll().then((all) => Promise.all(all.map(({ recordWords }) => recordWords(language)))),
  ]);
  const texts = parts.map((part) => part.texts);
  const recordWords = { ...joinedWords(parts), restore: wordByKind(kinds, 'restore') };
  return Object.assign({ history, recordWords }, ...texts);
};

/** They come with the first history that is opened. */
export const loadHistoryText = async (language: Language): Promise<HistoryTexts> => {
  const [texts, sync] = await Promise.all([
    loadRecordText(language),
    loadWorkspaceWords(language, 'sync'),
  ]);
  return { ...texts, sync };
};

/** The words of all programmes; if two have words for a field, the first one's are used. */
const joinedWords = (parts: readonly OwnRecordWords[]): Omit<RecordWords, 'restore'> => {
  const later = parts.toReversed();
  return {
    fields: Object.assign({}, ...later.map(({ fields }) => fields)),
    choices: Object.assign({}, ...later.map(({ choices }) => choices)),
    steps: Object.assign({}, ...later.map(({ steps }) => steps)),
    notBack: Object.assign({}, ...later.map(({ notBack }) => notBack)),
    numbered: Object.assign({}, ...later.map(({ numbered }) => numbered)),
    headings: Object.assign({}, ...later.map(({ headings }) => headings)),
  };
};

const wordByKind = (
  kinds: Readonly<Record<string, KindWords>>,
  word: keyof KindWords,
): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(kinds).map(([kind, words]) => [kind, words[word]]));

import { NEEDS_A_HAND, NOTHING_DUE } from './day.ts';
import { isMoment } from './moment.ts';
import { NEWEST_BASE, type VolymRecord } from './record.ts';
import { isLikelyDay, MOST_CHARACTERS } from './shape.ts';

type Parts = Readonly<Record<string, unknown>>;

/** The store's own limits (data/database.ts). */
const [LONGEST_ID, LONGEST_KIND] = [64, 32];

const isText = (given: unknown): given is string => typeof given === 'string' && given.length <= MOST_CHARACTERS;
const isMissing = (given: unknown): given is undefined => given === undefined;
const isParts = (given: unknown): given is Parts =>
  typeof given === 'object' && given !== null && !Array.isArray(given);
const isListOf = (given: unknown, isOne: (item: unknown) => boolean): boolean =>
  Array.isArray(given) && given.every(isOne);

/**
 * Whether a record can be called so: letters, digits and hyphens, of no more than the store takes. A name that every object has
 * (`constructor`) is none: in whatever map somebody looked for it, it would be found.
 */
export const isRecordId = (given: unknown): given is string =>
  typeof given === 'string' && given.length <= LONGEST_ID && /^[a-z0-9][\w-]*$/i.test(given) && !(given in {});

const isDayOrNone = (given: unknown): boolean => given === '' || (typeof given === 'string' && isLikelyDay(given));

const isStep = (given: unknown): boolean =>
  isParts(given) &&
  [given.id, given.kind, given.by].every(isText) &&
  typeof given.on === 'string' &&
  isDayOrNone(given.on) &&
  isMoment(given.at) &&
  [given.note, given.corrects, given.withdraws, given.reason].every((part) => isMissing(part) || isText(part)) &&
  (isMissing(given.data) || (isParts(given.data) && Object.values(given.data).every(isText)));

const isChange = (given: unknown): boolean =>
  isParts(given) &&
  [given.id, given.by, given.field].every(isText) &&
  isMoment(given.at) &&
  (isMissing(given.asked) || Array.isArray(given.asked)) &&
  (isMissing(given.settles) || isListOf(given.settles, isText));

const isAnswer = (given: unknown): boolean =>
  isParts(given) &&
  'value' in given &&
  isText(given.by) &&
  isMoment(given.at) &&
  (isMissing(given.said) || isMoment(given.said));

const isClash = (given: unknown): boolean =>
  isParts(given) &&
  [given.id, given.field].every(isText) &&
  isListOf(given.answers, isAnswer) &&
  (given.answers as readonly unknown[]).length > 1 &&
  (isMissing(given.news) || isListOf(given.news, isText));

const isPlace = (given: unknown): boolean =>
  typeof given === 'number' && Number.isInteger(given) && given >= 0 && given <= NEWEST_BASE;

type Form = { readonly isIt: (given: unknown) => boolean; readonly none: unknown };

/** How each part of a record is written, and what stands for one that is not written so. */
const FORMS: { readonly [Part in Exclude<keyof VolymRecord, 'id'>]: Form } = {
  kind: { isIt: (given) => typeof given === 'string' && given.length <= LONGEST_KIND, none: '' },
  programme: { isIt: (given) => typeof given === 'string' && given.length <= LONGEST_KIND, none: 'workspace' },
  parent: { isIt: (given) => given === '' || isRecordId(given), none: '' },
  dueOn: {
    isIt: (given) => isDayOrNone(given) || given === NEEDS_A_HAND || given === NOTHING_DUE,
    none: NOTHING_DUE,
  },
  newestFirst: { isIt: isPlace, none: NEWEST_BASE },
  updatedAt: { isIt: isMoment, none: 0 },
  updatedBy: { isIt: isText, none: '' },
  trashedOn: { isIt: isDayOrNone, none: '' },
  data: { isIt: (given) => isParts(given) && Number.isFinite(given.v), none: { v: 0 } },
  steps: { isIt: (given) => isListOf(given, isStep), none: [] },
  history: { isIt: (given) => isListOf(given, isChange), none: [] },
  clashes: { isIt: (given) => isListOf(given, isClash), none: [] },
};

const forms = Object.entries(FORMS);

/**
 * Whether a key that every object has (`toString`) is used for something else anywhere in it. Whoever compares such an object, or looks
 * something up by that key, takes the one for the other.
 */
const hasKeyOfAll = (given: unknown): boolean =>
  typeof given === 'object' &&
  given !== null &&
  Object.entries(given).some(([key, part]) => (key in {} && !Array.isArray(given)) || hasKeyOfAll(part));

/** Whether something has the form of a record, whatever its kind makes of its `data`. */
export const isRecord = (given: unknown): given is VolymRecord =>
  isParts(given) && isRecordId(given.id) && forms.every(([part, { isIt }]) => isIt(given[part])) && !hasKeyOfAll(given);

/**
 * A record that is stored here in another form, with nothing in the place of each part that is not in form: it can be named and
 * counted, and whoever reads it says that it cannot be read. What is stored is not touched.
 */
export const withSafeParts = (stored: VolymRecord): VolymRecord => {
  const given = stored as unknown as Parts;
  const safe = forms.map(([part, { isIt, none }]) => [part, isIt(given[part]) ? given[part] : none] as const);
  return { ...stored, ...Object.fromEntries(safe) };
};

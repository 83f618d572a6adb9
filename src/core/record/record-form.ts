import { NEEDS_A_HAND, NOTHING_DUE } from '../day/day.ts';
import { isKeptKey } from './kept-key.ts';
import { isDayOrNone } from '../day/likely-day.ts';
import { isMoment } from '../day/moment.ts';
import { NEWEST_BASE, type Clash, type VolymRecord } from './record.ts';
import { isShort } from '../text/short-text.ts';
import { STEPS_FOR_YEARS } from './step.ts';

type Parts = Readonly<Record<string, unknown>>;
type Is = (given: unknown) => boolean;

/** The store's own limits (data/records/database.ts). */
const [LONGEST_ID, LONGEST_KIND] = [64, 32];

/**
 * The longest id of an author and the longest name of a field. An app writes ids of 36 characters,
 * and names of its own. The ids of questions and entries are built from them and have to be short
 * enough themselves.
 */
const [LONGEST_BY, LONGEST_FIELD] = [100, 200];

/**
 * Several times what any kind has: two devices that changed all fields to different values get a
 * question about each.
 */
const MOST_FIELDS = 80;

/**
 * Far more than any app writes: a history is cut at two hundred (data/records/history.ts), there is one
 * question per field, and one answer per device to it. Devices that sync go through all of them
 * together.
 */
const [MOST_CHANGES, MOST_QUESTIONS, MOST_ANSWERS] = [1_000, 200, 200];

/**
 * Of all questions of a record together: each is held against each change that says what it was
 * chosen from.
 */
const MOST_ANSWERS_IN_ALL = 4_000;

/**
 * How many steps and changes a question names that who deleted a record did not know: all that a
 * record can have.
 */
export const MOST_NEWS = STEPS_FOR_YEARS + MOST_CHANGES;

const isText: Is = (given) => typeof given === 'string' && isShort(given);
/**
 * A word that is safe as a key of a table: a name that every object has (`constructor`) would find
 * something in any table.
 */
const isOwnWord: Is = (given) => isText(given) && !((given as string) in {});
const isName: Is = (given) => isOwnWord(given) && (given as string).length <= LONGEST_KIND;
const isField: Is = (given) => isOwnWord(given) && (given as string).length <= LONGEST_FIELD;
const isPerson: Is = (given) => typeof given === 'string' && given.length <= LONGEST_BY;
const isDayPart: Is = (given) => typeof given === 'string' && isDayOrNone(given);
const isParts = (given: unknown): given is Parts =>
  typeof given === 'object' && given !== null && !Array.isArray(given);
const may =
  (accepts: Is): Is =>
  (given) =>
    given === undefined || accepts(given);
const listOf =
  (accepts: Is): Is =>
  (given) =>
    Array.isArray(given) && given.every(accepts);
const atMost =
  (most: number, accepts: Is): Is =>
  (given) =>
    Array.isArray(given) && given.length <= most && accepts(given);
const partsOf = (forms: Readonly<Record<string, Is>>): Is => {
  const each = Object.entries(forms);
  return (given) => isParts(given) && each.every(([part, accepts]) => accepts(given[part]));
};

/**
 * Whether this can be the id of a record: letters, digits and hyphens, no longer than the store
 * takes. A name that every object has (`constructor`) is refused: it would be found in any map.
 */
export const isRecordId = (given: unknown): given is string =>
  typeof given === 'string' &&
  given.length <= LONGEST_ID &&
  /^[a-z0-9][\w-]*$/i.test(given) &&
  !(given in {});

const isStep = partsOf({
  id: isText,
  kind: isOwnWord,
  by: isPerson,
  on: isDayPart,
  at: isMoment,
  note: may(isText),
  corrects: may(isText),
  withdraws: may(isText),
  reason: may(isText),
  data: may((given) => isParts(given) && Object.values(given).every(isText)),
});

const isChange = partsOf({
  id: isText,
  by: isPerson,
  field: isField,
  at: isMoment,
  asked: may(atMost(MOST_ANSWERS, Array.isArray)),
  settles: may(atMost(MOST_ANSWERS, listOf(isText))),
});

const isAnswer = partsOf({
  value: (given) => given !== undefined,
  by: isPerson,
  at: isMoment,
  said: may(isMoment),
});

const isClash = partsOf({
  id: isText,
  field: isField,
  answers: atMost(
    MOST_ANSWERS,
    (given) => listOf(isAnswer)(given) && (given as readonly unknown[]).length > 1,
  ),
  news: may(atMost(MOST_NEWS, listOf(isText))),
});

const areClashes: Is = (given) => {
  if (!listOf(isClash)(given)) return false;
  return (
    (given as readonly Clash[]).reduce((sum, { answers }) => sum + answers.length, 0) <=
    MOST_ANSWERS_IN_ALL
  );
};

const isPlace: Is = (given) =>
  Number.isInteger(given) && (given as number) >= 0 && (given as number) <= NEWEST_BASE;

const isData: Is = (given) => {
  if (!isParts(given) || !Number.isFinite(given.v)) return false;
  const fields = Object.keys(given);
  return fields.length <= MOST_FIELDS && fields.every((field) => field.length <= LONGEST_FIELD);
};

/** The form of each part of a record, and what replaces a part that is not in that form. */
const FORMS: { readonly [Part in Exclude<keyof VolymRecord, 'id'>]: readonly [Is, none: unknown] } =
  {
    kind: [isName, ''],
    programme: [isName, 'workspace'],
    parent: [(given) => given === '' || isRecordId(given), ''],
    dueOn: [
      (given) => isDayPart(given) || given === NEEDS_A_HAND || given === NOTHING_DUE,
      NOTHING_DUE,
    ],
    newestFirst: [isPlace, NEWEST_BASE],
    updatedAt: [isMoment, 0],
    updatedBy: [isPerson, ''],
    trashedOn: [isDayPart, ''],
    data: [isData, { v: 0 }],
    steps: [atMost(STEPS_FOR_YEARS, listOf(isStep)), []],
    history: [atMost(MOST_CHANGES, listOf(isChange)), []],
    clashes: [atMost(MOST_QUESTIONS, areClashes), []],
  };

const forms = Object.entries(FORMS);

/**
 * Ten times as deep as anything that an app writes. The store copies what it takes part by part,
 * and so do the merge and the wire.
 */
const MOST_LEVELS = 50;

/**
 * The level that each part is measured from, as if every value lay as deep as the deepest one, an
 * answer to a question. A value moves from one part to another when devices sync and when someone
 * answers.
 */
const LEVELS: ReadonlyMap<string, number> = new Map([
  ['data', 9],
  ['history', 7],
  ['clashes', 6],
]);

const isFitKey = (key: string): boolean => !(key in {}) && isKeptKey(key);

/**
 * Whether everything in it is fit to be compared and copied: it is nested no deeper than that, and
 * it uses no key that every object has (`toString`), since comparing such an object or looking up
 * that key would find the wrong thing. It also has no key that a store gives back changed. The
 * check goes no deeper than those levels: thousands of levels must not exhaust the stack.
 */
const isFit = (given: unknown, depth = 0): boolean => {
  if (depth > MOST_LEVELS) return false;
  if (typeof given !== 'object' || given === null) return true;
  // Without new lists for each level: every record that is read is looked through here.
  if (Array.isArray(given)) return given.every((part) => isFit(part, depth + 1));
  for (const key of Object.keys(given))
    if (!isFitKey(key) || !isFit((given as Parts)[key], depth + 1)) return false;
  return true;
};

const areFit = (given: Parts): boolean =>
  Object.entries(given).every(
    ([part, value]) => isFitKey(part) && isFit(value, LEVELS.get(part) ?? 1),
  );

/** Whether something has the form of a record, whatever its kind makes of its `data`. */
export const isRecord = (given: unknown): given is VolymRecord =>
  isParts(given) &&
  isRecordId(given.id) &&
  forms.every(([part, [accepts]]) => accepts(given[part])) &&
  areFit(given);

/**
 * A record that is stored here in another form, with each malformed part left empty: it can be
 * named and counted, and whoever reads it reports that it cannot be read. The stored record is not
 * touched.
 */
export const withSafeParts = (stored: VolymRecord): VolymRecord => {
  const given: Parts = stored;
  const safe = forms.map(
    ([part, [accepts, none]]) => [part, accepts(given[part]) ? given[part] : none] as const,
  );
  return { ...stored, ...Object.fromEntries(safe) };
};

import { headingKey } from '#core/import/heading-key.ts';
import { asHeading, lookUpIn, wordsIn } from '#core/import/heading-words.ts';
import type { LicenceField, LicenceFormat } from './fields.ts';
import { languages } from './words/languages.ts';
import { isBareTotal, totalsAreMoney } from './words/line-total-headings.ts';

/** Headings that tell whose list it is. */
const FORMAT_MARKS: readonly (readonly [LicenceFormat, readonly string[]])[] = [
  ['intune', ['appidentifier']],
  ['jamf', ['licensecounttotal', 'licensecountinuse', 'licensecountreported']],
];

/**
 * Headings that mean something else, or nothing, in one list: Intune's `Assigned` says whether it
 * is deployed at all.
 */
const OWN_MEANINGS: Readonly<
  Partial<Record<LicenceFormat, Readonly<Record<string, LicenceField | ''>>>>
> = {
  intune: { assigned: '', type: 'intuneType', date: '' },
};

const licenceField = asHeading(lookUpIn(languages.map(({ licences }) => licences)));

/** Whose list it is, by its headings. */
export const formatOf = (headings: readonly string[]): LicenceFormat => {
  const keys = new Set(headings.map(headingKey));
  return FORMAT_MARKS.find(([, marks]) => marks.some((mark) => keys.has(mark)))?.[0] ?? 'neutral';
};

/** What a heading means in such a list, or undefined when it is not known. */
export const fieldOf = (heading: string, format: LicenceFormat): LicenceField | undefined => {
  const key = headingKey(heading);
  const own = OWN_MEANINGS[format] ?? {};
  if (Object.hasOwn(own, key)) return own[key] || undefined;
  return licenceField(heading);
};

const answer = lookUpIn(languages.map(({ yesOrNo: words }) => words));

/** A word for yes or no, or undefined when it is neither. */
export const yesOrNo = (written: string): boolean | undefined => {
  const found = answer(written);
  return found === undefined ? undefined : found === 'yes';
};

const noLimit = lookUpIn(languages.map((words) => ({ 'no-limit': words.noLimit })));

/** Whether a word in the place of a number says that there is no limit. */
export const saysNoLimit = (written: string): boolean =>
  written.trim() === '∞' || noLimit(written) !== undefined;

const BOOKS = languages.flatMap(({ productTypes }) => wordsIn(productTypes.Book ?? ''));
const APPS = languages.flatMap(({ productTypes }) => wordsIn(productTypes.App ?? ''));

/** `App` or `Book` for what lists write (`IOS_APP`, `Bok`), '' when it is neither. */
export const productTypeOf = (written: string): string => {
  const words = written.toLowerCase().match(/\p{L}+/gu) ?? [];
  if (words.some((word) => BOOKS.some((book) => word.endsWith(book)))) return 'Book';
  return words.some((word) => APPS.some((app) => word.includes(app))) ? 'App' : '';
};

/**
 * Whether a `Type` of Intune speaks of a volume-purchased app. Its values are not confirmed
 * (apple.md §3.3): a number says nothing, and the row is then judged by its address.
 */
export const isIntuneVolumeType = (written: string): boolean =>
  /^\d*$|vpp|volum|voly+m/i.test(written.trim());

/** Headings of the name of an app, and of nothing else that has licences. */
const ofAppNames = lookUpIn([
  {
    app: `app apps appname applicationname application apptitle appnamn appensnamn applikation anwendung anwendungsname
      appbezeichnung nomdelapp nomdelapplication nomdapplication nombredelaapp nombredeaplicación nombredelaaplicación
      aplicación appnaam naamvandeapp appnavn appennavn sovellus sovelluksennimi sovellusnimi`,
  },
]);

/** Whether a heading is of the names of apps, and of no others. */
export const isNameOfApp = (heading: string): boolean => ofAppNames(heading) !== undefined;

/**
 * Whether headings are those of a list that names apps and counts their licences: in two columns, or
 * in one that says so.
 */
export const countsNamedApps = (headings: readonly string[]): boolean => {
  if (!headings.some(isNameOfApp)) return false;
  const meant = (heading: string): LicenceField | undefined => fieldOf(heading, 'neutral');
  const isMoney = totalsAreMoney(headings, meant);
  const counts = headings.filter(
    (heading) =>
      COUNTS.some((field) => field === meant(heading)) && !(isMoney && isBareTotal(heading)),
  );
  return counts.length > 1 || counts.some((heading) => /li[csz]en[cstz]/i.test(heading));
};

const COUNTS: readonly LicenceField[] = ['total', 'assigned', 'available'];

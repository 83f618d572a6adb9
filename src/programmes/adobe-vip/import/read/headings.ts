import { asHeading, lookUpIn, type LookUp, type WordsFor } from '#core/import/heading-words.ts';
import { onceARow } from '#core/import/once-a-row.ts';
import { crownsBy, type Crowns } from '#core/text/written-currency.ts';
import type { Charge } from '#programmes/adobe-vip/rules/product/invoice-line.ts';
import type {
  LicenceType,
  Segment,
  VipProgramme,
} from '#programmes/adobe-vip/rules/edition/programme.ts';
import { VIP_LIST_FIELDS, VIP_LISTS, type VipField, type VipListKind } from './fields.ts';
import { danish } from './words/danish-headings.ts';
import { english } from './words/english-headings.ts';
import { languages } from './words/languages.ts';
import { norwegian } from './words/norwegian-headings.ts';
import { swedish } from './words/swedish-headings.ts';
import type { ListedOrderType, ListedStatus, VipWords } from './words/vip-words.ts';

const headingsOf = ({ headings }: VipWords, kind: VipListKind): WordsFor<VipField> =>
  Object.fromEntries(VIP_LIST_FIELDS[kind].map((field) => [field, headings[field] ?? '']));

const lookUpAs = (kind: VipListKind): LookUp<VipField> =>
  asHeading(lookUpIn(languages.map((words) => headingsOf(words, kind))));

const FIELD_OF: Readonly<Record<VipListKind, LookUp<VipField>>> = {
  holders: lookUpAs('holders'),
  customers: lookUpAs('customers'),
  authorizations: lookUpAs('authorizations'),
  orders: lookUpAs('orders'),
  prices: lookUpAs('prices'),
  invoices: lookUpAs('invoices'),
};

/** What a heading means in a list of that kind, or undefined when it is not known. */
export const vipFieldOf = (heading: string, kind: VipListKind): VipField | undefined =>
  FIELD_OF[kind](heading);

/** The languages with what tells one from another: English words are in headings of all. */
const BY_LANGUAGE = languages
  .filter((words) => words !== english)
  .map(({ headings, everyday }) => ({
    knows: lookUpIn([headings]),
    everyday: lookUpIn([{ everyday }]),
  }));

/**
 * What headings mean in any of the lists. What lists of any shop have in the language of these
 * headings is left out: an article number and a price are no price list of Adobe's.
 */
export const tellingFields = onceARow((headings): ReadonlySet<VipField> => {
  const known = BY_LANGUAGE.map(
    ({ knows }) => headings.filter((heading) => knows(heading) !== undefined).length,
  );
  const language = BY_LANGUAGE[known.indexOf(Math.max(...known))];
  const telling = headings.filter((heading) => language?.everyday(heading) === undefined);
  return new Set(
    telling.flatMap((heading) => VIP_LISTS.flatMap((list) => vipFieldOf(heading, list) ?? [])),
  );
});

const plainAmount = asHeading(lookUpIn(languages.map((words) => ({ amount: words.plainAmount }))));

/**
 * Whether a heading names a sum and no more: of a line of an invoice its net amount, where no other
 * column says that.
 */
export const isPlainAmount = (heading: string): boolean => plainAmount(heading) !== undefined;

const plainDate = asHeading(lookUpIn(languages.map((words) => ({ day: words.plainDate }))));

/** Whether a heading names a day and no more: of an order its own, where no other column says that. */
export const isPlainDate = (heading: string): boolean => plainDate(heading) !== undefined;

const seller = lookUpIn(languages.map((words) => ({ seller: words.seller })));

/** Whether a heading names one of the reseller's own people. */
export const isSeller = (heading: string): boolean => seller(heading) !== undefined;

/** Which programme a word names, or undefined. */
export const programmeIn: LookUp<VipProgramme> = lookUpIn(
  languages.map(({ programme }) => programme),
);

/** Which market segment a word names, or undefined. */
export const segmentIn: LookUp<Segment> = lookUpIn(languages.map(({ segment }) => segment));

/** Which licence type a word names, or undefined. */
export const licenceTypeIn: LookUp<LicenceType | 'education-device'> = lookUpIn(
  languages.map(({ licenceType }) => licenceType),
);

/** Which status a word names, or undefined. */
export const statusIn: LookUp<ListedStatus> = lookUpIn(languages.map(({ status }) => status));

/** Which type of order a word names, or undefined. */
export const orderTypeIn: LookUp<ListedOrderType> = lookUpIn(
  languages.map(({ orderType }) => orderType),
);

/** Which charge a word names, or undefined. */
export const chargeIn: LookUp<Charge> = lookUpIn(languages.map(({ charge }) => charge));

const inSwedish = lookUpIn([swedish.headings]);
const inNorwegian = lookUpIn([norwegian.headings]);
const inDanish = lookUpIn([danish.headings]);

/** Whose kronor `kr` alone is in a list with these headings. */
export const crownsIn = (headings: readonly string[]): Crowns => {
  const knownTo = (knows: LookUp<VipField>): number =>
    headings.filter((heading) => knows(heading) !== undefined).length;
  return crownsBy({
    SEK: knownTo(inSwedish),
    NOK: knownTo(inNorwegian),
    DKK: knownTo(inDanish),
  });
};

import { headingKey } from '#core/import/heading-key.ts';

/** Every field of a line of licences, in the order in which a choice of them is offered. */
export const LICENCE_FIELDS = [
  'adamId',
  'storeUrl',
  'pricingParam',
  'name',
  'productType',
  'total',
  'assigned',
  'available',
  'retired',
  'unlimited',
  'location',
  'source',
  'asOf',
  'intuneType',
] as const;

/**
 * What a column of a list of licences can mean. `intuneType` tells volume-purchased apps from
 * others.
 */
export type LicenceField = (typeof LICENCE_FIELDS)[number];

/**
 * Whose list it is: our own template and what people write, Intune's `AllAppsList`, or Jamf Pro's
 * content.
 */
export type LicenceFormat = 'neutral' | 'intune' | 'jamf';

/**
 * Headings in English and Swedish by field, as `headingKey` writes them: those of our template,
 * Graph and Jamf's API (apple.md §3.3), and what people and portals write. Columns of Intune's and
 * Apple's portals are not confirmed.
 */
const HEADINGS: Readonly<Record<LicenceField, string>> = {
  adamId: `adamid adamidentifier appstoreid itunesid itunesstoreid storeid appid`,
  storeUrl: `storeurl appstoreurl storelink appstorelink itunesurl storeaddress butikslänk appstorelänk butiksadress`,
  pricingParam: `pricingparam pricingparameter pricing quality kvalitet`,
  name: `appname name displayname app contentname title appnamn namn programnamn titel`,
  productType: `producttype contenttype type producttyp produkttyp innehållstyp typ`,
  total: `total totalcount totallicenses totallicences totallicensecount licensecounttotal totalpurchasedlicenses
    totalvpplicenses purchased owned licenses licences totalt ägda köpta antal antallicenser köptalicenser ägdalicenser
    licenser`,
  assigned: `assigned assignedcount assignedlicenses assignedlicences used usedcount usedlicenses usedlicences
    usedlicensecount inuse licensesinuse licencesinuse licensecountinuse totalusedlicenses usedvpplicenses tilldelade
    tilldeladelicenser använda användalicenser`,
  available: `available availablecount availablelicenses availablelicences availablelicensecount free remaining
    remaininglicenses remainingvpplicenses lediga ledigalicenser tillgängliga tillgängligalicenser kvar kvarvarande`,
  retired: `retired retiredcount retiredlicenses retiredlicences indragna indragnalicenser`,
  unlimited: `unlimited isunlimited obegränsad obegränsat obegränsade`,
  location: `location locationname organizationalunit organisationalunit volumepurchasinglocation plats platsnamn
    organisationsenhet`,
  source: `source system mdm källa`,
  asOf: `asof date lastsync lastsynced lastsynctime lastsynchronized updated perdatum datum avläst senastsynkad`,
  intuneType: `apptype`,
};

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

const FIELD_OF = new Map(
  LICENCE_FIELDS.flatMap((field) =>
    HEADINGS[field].split(/\s+/).map((key): [string, LicenceField] => [key, field]),
  ),
);

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
  return FIELD_OF.get(key);
};

const YES = 'true yes y 1 x ja j sant'.split(' ');
const NO = 'false no n 0 nej falskt'.split(' ');

/** A word for yes or no, or undefined when it is neither. */
export const yesOrNo = (written: string): boolean | undefined => {
  const word = written.trim().toLowerCase();
  return YES.includes(word) ? true : NO.includes(word) ? false : undefined;
};

const NO_LIMIT = 'unlimited nolimit obegränsat obegränsad obegränsade'.split(' ');

/** Whether a word in the place of a number says that there is no limit. */
export const saysNoLimit = (written: string): boolean =>
  written.trim() === '∞' || NO_LIMIT.includes(headingKey(written));

/** `App` or `Book` for what lists write (`IOS_APP`, `Bok`), '' when it is neither. */
export const productTypeOf = (written: string): string =>
  /book|bok\b|böcker/i.test(written) ? 'Book' : /app/i.test(written) ? 'App' : '';

/**
 * Whether a `Type` of Intune speaks of a volume-purchased app. Its values are not confirmed
 * (apple.md §3.3): a number says nothing, and the row is then judged by its address.
 */
export const isIntuneVolumeType = (written: string): boolean =>
  /^\d*$|vpp|volume|volym/i.test(written.trim());

import { headingKey } from '#core/import/heading-key.ts';
import { asHeading, lookUpIn } from '#core/import/heading-words.ts';
import type { RowsAre } from '#core/import/tables/knows-headings.ts';
import type { PersonField } from '../fields.ts';
import { saysTokens } from '../tokens/token-headings.ts';
import {
  beside,
  isOfPeopleAlone,
  isOfTrade,
  saysNames,
  saysWho,
  whoFieldOf,
} from './who-headings.ts';

const HEADINGS: Readonly<Record<'group' | 'location', string>> = {
  group: `group groups groupname department class classes classname grade gradelevel yeargroup schoolclass orgunit
    orgunitpath organizationalunit organisationalunit usergroup usergroups grupp grupper gruppnamn klass klasser
    klassnamn avdelning årskurs organisationsenhet gruppe gruppen abteilung klasse jahrgang jahrgangsstufe groupe groupes
    département departement service classe departamento grupo grupos clase curso groep groepen afdeling klas avdeling
    osasto ryhmä luokka`,
  location: `location locationname volumepurchasinglocation plats platsnamn standort emplacement ubicación ubicacion locatie
    plassering placering sijainti`,
};

const FIELD_OF = new Map(
  (['group', 'location'] as const).flatMap((field) =>
    HEADINGS[field].split(/\s+/).map((key): [string, PersonField] => [key, field]),
  ),
);

/** What a heading means in a list of people, or undefined when it is not known. */
export const personFieldOf = (heading: string): PersonField | undefined =>
  whoFieldOf(heading) ?? ofOwn(heading);

const ofOwn = asHeading<PersonField>((heading) => FIELD_OF.get(headingKey(heading)));

/** Headings of a device: a list of those may name whoever has each, and is no list of people. */
const OF_DEVICES = new Set(
  `serialnumber serialno serial deviceserialnumber serienummer seriennummer numérodesérie numerodeserie númerodeserie
   sarjanumero devicename enhetsnamn gerätename imei udid`.split(/\s+/),
);

/** Headings of an organisation: beside no more than a name and an address they tell of its contact. */
const ofOrganisations = lookUpIn([
  {
    organisation: `organization organisation organizationname organisationname company companyname företag företagsnamn
      organisationsnamn kontakt contact contactname account accountname reseller firma firmenname unternehmen ansprechpartner
      entreprise société organización empresa contacto organisatie bedrijf bedrijfsnaam contactpersoon organisasjon
      virksomhet virksomhed bedrift kontaktperson organisaatio yritys yhteyshenkilö`,
  },
]);

/**
 * Whether headings are those of a list of people: `sure` where something names people alone,
 * `perhaps` where each is only called something and has an address, as customers have as well.
 */
export const saysPeople = (headings: readonly string[]): 'sure' | 'perhaps' | 'no' => {
  const keys = headings.map(headingKey);
  const fields = new Set(headings.map(beside(headings, personFieldOf)));
  if (!saysWho(fields) || !saysNames(fields)) return 'no';
  if (isOfTrade(headings) || keys.some((key) => OF_DEVICES.has(key))) return 'no';
  // A token has a name, an Apple account and an end.
  if (saysTokens(headings)) return 'no';
  const isKnownAccount = headings.some(
    (heading) => isOfPeopleAlone(heading) && saysWho(new Set([personFieldOf(heading)])),
  );
  if (isKnownAccount) return 'sure';
  if (headings.some((heading) => ofOrganisations(heading) !== undefined)) return 'no';
  return headings.some(isOfPeopleAlone) ? 'sure' : 'perhaps';
};

/**
 * What the rows under headings of people are beside another list; undefined where they are none. Names
 * and addresses alone beside customers or orders may be their contacts, and beside anything what
 * belongs to its rows, unless they say the class.
 */
export const peopleBeside = (
  headings: readonly string[],
  beside: readonly string[],
): RowsAre | undefined => {
  const says = saysPeople(headings);
  if (says === 'sure') return 'things';
  if (says === 'no' || isOfTrade(beside)) return undefined;
  return headings.some((heading) => personFieldOf(heading) === 'group') ? 'things' : 'about-things';
};

import { destinationFor, type Choice } from '#core/import/choice.ts';
import type { ListRowReason } from '#programmes/apple-licences/rules/row-reason.ts';
import type { IncomingLists, KnownLicences } from '../plan/planned.ts';
import type { ListedPerson } from '../read/people/person-rows.ts';
import type { ListValue } from '../read/values.ts';
import { licenceKey } from './keys.ts';
import { listedApps, type AppMeant, type AppUnclear } from './listed-apps.ts';
import { listedPeople, type Namesakes, type PersonMeant } from './listed-people.ts';
import { isUnnamed } from './named-so-far.ts';
import type { Places } from './places.ts';

/** A row of a list of people. */
export type PersonRow = Extract<ListValue, { is: 'person' }>;

/** A row of a list of who has which licence. */
export type HoldingRow = Extract<ListValue, { is: 'holding' }>;

/** A row of a list of apps. */
export type AppRow = Extract<ListValue, { is: 'app' }>;

/** Someone whom a row means, no longer one of several. */
export type OneMeant = Exclude<PersonMeant, { is: 'several' }>;

/** What a row of a list of people means, or why that cannot be told. */
export type RowMeant = OneMeant | { readonly code: ListRowReason };

/** What a row of who has which licence means, or why that cannot be told. */
export type HoldingMeant =
  | {
      readonly app: AppMeant;
      readonly to: OneMeant | { readonly is: 'device'; readonly serialNumber: string };
    }
  | AppUnclear;

/** Tells what the rows of lists of people and of their licences mean. */
export type ListedMeanings = {
  /** The app of a row that knows it by its name. */
  app(row: AppRow): AppMeant | AppUnclear;
  /**
   * Whether the app that a row knows by its name is anywhere; of a row that names none, whether any
   * is that someone can choose.
   */
  isHere(row: AppRow | HoldingRow): boolean;
  person(row: PersonRow): RowMeant;
  holding(row: HoldingRow): HoldingMeant;
  /** Everybody here who goes by a name that the file has for someone. */
  namesakes(person: ListedPerson): Namesakes;
};

/**
 * Tells what the rows of lists of people and of their licences mean, by what is known and by the
 * other rows of the file. The keys of a plan and the plan itself ask it the same.
 */
export const listedMeanings = (
  file: IncomingLists,
  known: Pick<KnownLicences, 'apps' | 'users'>,
  places: Places,
  choice: Choice,
): ListedMeanings => {
  const people = listedPeople(file, known, places);
  const apps = listedApps(file, known, places);
  const ofList = ({ sheet }: HoldingRow): ReturnType<typeof appOf> => {
    const destination = destinationFor(choice, sheet);
    return appOf(known.apps, typeof destination === 'string' ? '' : destination.id);
  };
  return {
    app: (row) => {
      const { name, isPricingGiven, pricingParam } = row.line;
      const quality = isPricingGiven ? pricingParam : '';
      return apps.meant({ adamId: '', pricingParam: quality, name }, places.of(row));
    },
    isHere: (row) => {
      if (isUnnamed(row)) return known.apps.some(({ trashedOn }) => trashedOn === '');
      return apps.isHere(row.is === 'app' ? row.line.name : row.line.app.name);
    },
    person: (row) => {
      if (places.isNowhere(row)) return { code: 'location-missing' };
      const who = people.meant(row.line, places.of(row));
      return who.is === 'several' ? { code: 'several-people' } : who;
    },
    holding: (row) => {
      if (places.isNowhere(row)) return { code: 'location-missing' };
      const { app: named, to } = row.line;
      const app = isUnnamed(row) ? ofList(row) : apps.meant(named, places.of(row));
      if ('code' in app) return app;
      if (to.kind === 'device') return { app, to: { is: 'device', serialNumber: to.serialNumber } };
      // Someone new is where the app is: Apple knows a user at one location.
      const who = people.meant(to, app.data);
      return who.is === 'several' ? { code: 'several-people' } : { app, to: who };
    },
    namesakes: people.namesakes,
  };
};

/** The app that someone said a list is about. */
const appOf = (apps: KnownLicences['apps'], chosen: string): AppMeant | AppUnclear => {
  const live = apps.filter(({ trashedOn }) => trashedOn === '');
  const app = live.find(({ id }) => id === chosen);
  if (app === undefined) return { code: live.length === 0 ? 'app-name-not-here' : 'which-app' };
  const { location, locationId, adamId, pricingParam, name } = app.data;
  return { data: { location, locationId }, adamId, pricingParam, name };
};

type Holder = Extract<HoldingMeant, { to: unknown }>['to'];

/**
 * What the licence of a row is known by: a device's number, or the user's at Apple, else the user's
 * record, as one that is given by hand.
 */
export const holdingKey = (app: string, to: Holder, idOf: KnownLicences['idOf']): string[] =>
  to.is === 'device'
    ? licenceKey(app, 'device', to.serialNumber)
    : licenceKey(app, 'user', to.clientUserId || holderId(to, idOf));

/** The id of the record of whoever has a licence. */
export const holderId = (
  to: Exclude<Holder, { is: 'device' }>,
  idOf: KnownLicences['idOf'],
): string => (to.is === 'known' ? to.user.id : idOf(to.key));

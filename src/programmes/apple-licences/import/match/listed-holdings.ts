import type { ListRowReason } from '#programmes/apple-licences/rules/row-reason.ts';
import type { IncomingLists, KnownLicences } from '../plan/planned.ts';
import type { ListValue } from '../read/values.ts';
import { licenceKey } from './keys.ts';
import { listedApps, type AppMeant } from './listed-apps.ts';
import { listedPeople, type PersonMeant } from './listed-people.ts';
import type { Places } from './places.ts';

/** A row of a list of people. */
export type PersonRow = Extract<ListValue, { is: 'person' }>;

/** A row of a list of who has which licence. */
export type HoldingRow = Extract<ListValue, { is: 'holding' }>;

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
  | { readonly code: ListRowReason };

/** Tells what the rows of lists of people and of their licences mean. */
export type ListedMeanings = {
  person(row: PersonRow): RowMeant;
  holding(row: HoldingRow): HoldingMeant;
};

/**
 * Tells what the rows of lists of people and of their licences mean, by what is known and by the
 * other rows of the file. The keys of a plan and the plan itself ask it the same.
 */
export const listedMeanings = (
  file: IncomingLists,
  known: Pick<KnownLicences, 'apps' | 'users'>,
  places: Places,
): ListedMeanings => {
  const people = listedPeople(file, known, places);
  const apps = listedApps(file, known, places);
  return {
    person: (row) => {
      if (places.isNowhere(row)) return { code: 'location-missing' };
      const who = people(row.line, places.of(row));
      return who.is === 'several' ? { code: 'several-people' } : who;
    },
    holding: (row) => {
      if (places.isNowhere(row)) return { code: 'location-missing' };
      const { app: named, to } = row.line;
      const app = apps(named, places.of(row));
      if ('code' in app) return app;
      if (to.kind === 'device') return { app, to: { is: 'device', serialNumber: to.serialNumber } };
      // Someone new is where the app is: Apple knows a user at one location.
      const who = people(to, app.data);
      return who.is === 'several' ? { code: 'several-people' } : { app, to: who };
    },
  };
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

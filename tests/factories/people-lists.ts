import { NO_CHOICE } from '#core/import/choice.ts';
import { planLists } from '#programmes/apple-licences/import/plan/plan.ts';
import type {
  IncomingLists,
  KnownLicences,
  ListPlan,
} from '#programmes/apple-licences/import/plan/planned.ts';
import type { HoldingLine } from '#programmes/apple-licences/import/read/people/holding-rows.ts';
import type { PersonLine } from '#programmes/apple-licences/import/read/people/person-rows.ts';
import type { ListValue } from '#programmes/apple-licences/import/read/values.ts';
import type { AssignedLicence } from '#programmes/apple-licences/rules/licence/assigned-licence.ts';
import type { VolumeApp } from '#programmes/apple-licences/rules/app/volume-app.ts';
import type { ContentToken } from '#programmes/apple-licences/rules/token/content-token.ts';
import type { VolumeUser } from '#programmes/apple-licences/rules/user/volume-user.ts';
import { appWith, licenceWith, userWith } from './apps.ts';
import { readOn } from './read-on.ts';

/** Where everything is unless said. */
export const PLACE = { location: 'Gymnasiet', locationId: '7' };
/** An app at that place. */
export const APP = appWith({ id: 'app-1', name: 'Matteskogen', adamId: '900000000001', ...PLACE });
/** Another app there. */
export const OTHER = appWith({ id: 'app-2', name: 'Läsresan', adamId: '900000000002', ...PLACE });
/** A user there. */
export const VERA = userWith({
  id: 'vera',
  clientUserId: 'u-1',
  email: 'Vera@a.example',
  ...PLACE,
});
/** The token of a location. */
export const TOKEN = (id: string, location: string): ContentToken =>
  ({
    id,
    trashedOn: '',
    data: { location, locationId: id, appleId: '', organization: '', name: '' },
  }) as unknown as ContentToken;

/** What is here; what is left out is as usual. */
export type Known = {
  readonly apps?: readonly VolumeApp[];
  readonly users?: readonly VolumeUser[];
  readonly licences?: readonly AssignedLicence[];
  readonly tokens?: readonly ContentToken[];
};

/** What a plan is given of what is here. */
export const knownOf = ({
  apps = [APP, OTHER],
  users = [VERA],
  licences = [],
  tokens = [TOKEN('7', 'Gymnasiet')],
}: Known): KnownLicences => ({
  apps,
  users,
  licences,
  tokens,
  strange: new Set(),
  idOf: (key) => key.join(' '),
  ...readOn(),
});

/** A list of rows. */
export const fileOf = (rows: readonly ListValue[]): IncomingLists => ({
  name: 'lista.csv',
  file: 'f',
  rows: rows.map((row, at) => ({ ...row, row: at + 2 })),
  whole: [],
});

/** What an import of rows would do. */
export const plan = (rows: readonly ListValue[], known: Known = {}, choice = NO_CHOICE): ListPlan =>
  planLists(fileOf(rows), knownOf(known), choice);

/** What all rows have. */
export const BARE = { outcome: 'value', sheet: '', row: 0, locationId: '', notes: [] } as const;

/** Someone as a row says it. */
export type Who = Partial<PersonLine> & { readonly email?: string };

/** A row of a list of people. */
export const person = ({ email, ...line }: Who): ListValue => ({
  ...BARE,
  is: 'person',
  line: {
    addresses: email === undefined ? [] : [email],
    clientUserId: '',
    name: '',
    group: '',
    location: '',
    ...line,
  },
});

/** A licence as a row says it. */
export type Holding = Partial<HoldingLine['app']> & {
  readonly email?: string;
  readonly clientUserId?: string;
  readonly who?: string;
  readonly serialNumber?: string;
  readonly location?: string;
  readonly asOf?: string;
};

/** A row of a list of who has which licence. */
export const holding = ({
  email,
  clientUserId = '',
  who = '',
  serialNumber,
  location = '',
  asOf = '',
  ...app
}: Holding): ListValue => ({
  ...BARE,
  is: 'holding',
  line: {
    app: { adamId: '', pricingParam: '', name: '', ...app },
    to:
      serialNumber === undefined
        ? {
            kind: 'user',
            addresses: email === undefined ? [] : [email],
            clientUserId,
            name: who,
          }
        : { kind: 'device', serialNumber, name: who },
    location,
    asOf,
  },
});

/** What is there once a plan was written. */
export const written = (
  known: KnownLicences,
  { apps, users, licences }: ListPlan,
): KnownLicences => {
  const merged = <R extends VolumeApp | VolumeUser>(
    before: readonly R[],
    planned: readonly { readonly id: string; readonly data: object }[],
    make: (given: { id: string }) => R,
  ): R[] => {
    const all = new Map(before.map((record) => [record.id, record]));
    for (const { id, data } of planned) {
      const record = all.get(id) ?? make({ id });
      all.set(id, { ...record, trashedOn: '', data: { ...record.data, ...data } });
    }
    return [...all.values()];
  };
  const came = licences.map(({ id, app, data }) => ({
    ...licenceWith({ ...data, id }),
    parent: app,
  }));
  const before = known.licences.filter(({ id }) => !came.some((licence) => licence.id === id));
  return {
    ...known,
    apps: merged(known.apps, apps, appWith),
    users: merged(known.users, users, userWith),
    licences: [...before, ...came],
  };
};

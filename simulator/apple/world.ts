import { idsFrom, seeded } from './data/random.ts';
import type {
  Asset,
  Assignment,
  ClientConfig,
  LocationSnapshot,
  Snapshot,
  TokenState,
  User,
} from './data/snapshot.ts';
import { momentOf } from './data/token.ts';
import type { Event } from './event.ts';
import type { Fault } from './faults.ts';
import { Versioned } from './versioned.ts';

/** What is read in pages. */
export type Listing = 'assets' | 'assignments' | 'users';

/** How the simulator behaves where Apple's documents leave it open, or where a test wants it so. */
export type Settings = {
  /** Records on a page. Samples of Apple's show 549 to 1,000 (apple.md §2.4). */
  readonly pageSize: number | Readonly<Record<Listing, number>>;
  /** How many ticks an event is pending. */
  readonly pendingTicks: number;
  /**
   * With too few licences: as many as there are get one, or nobody gets that app. Apple documents
   * neither (apple.md §8).
   */
  readonly partial: 'fill' | 'whole-asset';
  readonly now: () => number;
  readonly seed: number;
};

/** A location and all that is in it. */
export type Location = {
  readonly token: {
    readonly fileName: string;
    readonly text: string;
    readonly expires: number;
    state: TokenState;
  };
  readonly config: ClientConfig;
  readonly assets: Versioned<Asset>;
  readonly assignments: Versioned<Assignment>;
  readonly users: Versioned<User>;
};

/** A request that came, without what is secret in it. */
export type Asked = {
  readonly method: string;
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  readonly uId: string | undefined;
  status: number;
  errorNumber?: number | undefined;
};

/** The state of the whole simulator. */
export type World = {
  readonly settings: Settings;
  readonly locations: readonly Location[];
  readonly events: Map<string, Event>;
  faults: Fault[];
  readonly asked: Asked[];
  /** How many requests were open at the same time at most. */
  open: number;
  mostOpen: number;
  readonly newId: () => string;
};

const DEFAULTS: Settings = {
  pageSize: 500,
  pendingTicks: 1,
  partial: 'fill',
  now: Date.now,
  seed: 1,
};

/** The world that begins with this snapshot. */
export const worldOf = ({ locations }: Snapshot, given: Partial<Settings> = {}): World => {
  const settings = { ...DEFAULTS, ...given };
  const newId = idsFrom(seeded(settings.seed));
  return {
    settings,
    newId,
    faults: [],
    asked: [],
    open: 0,
    mostOpen: 0,
    events: new Map(),
    locations: locations.map((location) => locationOf(location, newId)),
  };
};

const locationOf = (given: LocationSnapshot, newId: () => string): Location => {
  const { token, clientConfig, assets, assignments, users, versionIds } = given;
  return {
    token: {
      ...token,
      expires: momentOf(clientConfig.tokenExpirationDate ?? '9999-12-31T00:00:00+0000'),
    },
    config: { ...clientConfig },
    assets: new Versioned(assets, newId, versionIds?.assets),
    assignments: new Versioned(assignments, newId, versionIds?.assignments),
    users: new Versioned(users, newId, versionIds?.users),
  };
};

/** One name for an app or book (apple.md §2.3). */
export const assetKey = ({
  adamId,
  pricingParam,
}: {
  readonly adamId: string;
  readonly pricingParam: string;
}): string => `${adamId} ${pricingParam}`;

/** The asset of a location that a request names. */
export const assetOf = (
  location: Location,
  named: Pick<Asset, 'adamId' | 'pricingParam'>,
): Asset | undefined =>
  location.assets.records.find((asset) => assetKey(asset) === assetKey(named));

/** The user who counts under an id: of the retired ones there may be many. */
export const activeUser = (location: Location, clientUserId: string): User | undefined =>
  location.users.records.find(
    (user) =>
      user.clientUserId === clientUserId &&
      (user.status === 'Registered' || user.status === 'Associated'),
  );

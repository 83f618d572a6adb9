import { serve, type Served } from './serve.ts';
import { startSimulator } from '#simulator/apple/simulator.ts';
import type { Asset, Snapshot, User } from '#simulator/apple/data/snapshot.ts';
import { expiryOf, tokenText } from '#simulator/apple/data/token.ts';

/**
 * The app that is nearly out: four of a hundred and twenty are free, and six are held by who has
 * left.
 */
export const NEARLY_OUT = '900000300399';

const DAY = 86_400_000;
/** Ten who have accepted Apple's terms and hold nothing. */
export const NAMES = [
  'Alva',
  'Elis',
  'Freja',
  'Moa',
  'Nils',
  'Oskar',
  'Signe',
  'Tilde',
  'Vera',
  'Axel',
];

const asset = (at: number): Asset => ({
  adamId: `900000300${String(at).padStart(3, '0')}`,
  pricingParam: 'STDQ',
  productType: 'App',
  deviceAssignable: true,
  revocable: true,
  supportedPlatforms: ['iOS'],
  totalCount: 200,
  assignedCount: 0,
  availableCount: 200,
  retiredCount: 0,
});

const person = (clientUserId: string, status: 'Associated' | 'Retired'): User => ({
  clientUserId,
  email: `${clientUserId}@nordby.example`,
  status,
  ...(status === 'Associated' ? { idHash: `FAKE-${clientUserId}` } : {}),
});

/**
 * Ten who have accepted and hold nothing, six who left and hold one each, and the hundred and ten
 * others.
 */
const users: readonly User[] = [
  ...NAMES.map((name) => person(name.toLowerCase(), 'Associated')),
  ...Array.from({ length: 6 }, (_, at) => person(`left-${at + 1}`, 'Retired')),
  ...Array.from({ length: 110 }, (_, at) =>
    person(`pupil-${String(at + 1).padStart(3, '0')}`, 'Associated'),
  ),
];

/** A location with four hundred apps; `now` in ms. */
export const location = (now: number): Snapshot => {
  const uId = '2049000000003001';
  const text = (days: number): string =>
    tokenText('Nordby kommun', uId, expiryOf(now + days * DAY));
  const assets = Array.from({ length: 400 }, (_, at) => asset(at));
  const scarce = assets.find(({ adamId }) => adamId === NEARLY_OUT);
  if (scarce !== undefined)
    Object.assign(scarce, { totalCount: 120, assignedCount: 116, availableCount: 4 });
  const assignments = users
    .slice(NAMES.length)
    .map(({ clientUserId }) => ({ adamId: NEARLY_OUT, pricingParam: 'STDQ', clientUserId }));
  const clientConfig = {
    countryISO2ACode: 'SE',
    defaultPlatform: 'volumestore',
    locationName: 'Grundskolor',
    uId,
    websiteURL: 'https://school.apple.com',
    tokenExpirationDate: expiryOf(now + 25 * DAY),
  };
  const token = {
    fileName: 'sToken_for_grundskolor.vpptoken',
    text: text(25),
    state: 'valid' as const,
  };
  return { locations: [{ token, clientConfig, assets, users: [...users], assignments }] };
};

/** The file of a token, as it is chosen. */
export const tokenFile = (text: string) => ({
  name: 'sToken_for_grundskolor.vpptoken',
  mimeType: 'application/octet-stream',
  buffer: Buffer.from(text),
});

/** Apple for one location, in which time goes on by itself. */
export const openApple = async (now: number) => {
  const simulator = await startSimulator(location(now), {
    now: () => now,
    pageSize: 150,
    tickMs: 200,
  });
  const [place] = simulator.world.locations;
  if (place === undefined) throw new Error('no location');
  const holdersOf = (adamId: string): string[] =>
    place.assignments.records.flatMap((assignment) =>
      assignment.adamId === adamId ? (assignment.clientUserId ?? []) : [],
    );
  return {
    ...simulator,
    /** The text of the token that counts. */
    token: () => place.token.text,
    /** The counts of the app that is nearly out, and who has it. */
    scarce: () => place.assets.records.find(({ adamId }) => adamId === NEARLY_OUT),
    holders: () => holdersOf(NEARLY_OUT),
    /** A new token is downloaded: the old one no longer counts. Answers its text. */
    renew: (): string => {
      const text = tokenText('Nordby kommun', place.config.uId, expiryOf(now + 365 * DAY));
      Object.assign(place.token, { text, expires: now + 365 * DAY });
      return text;
    },
  };
};

/** The simulated Apple, as a journey has it. */
export type Apple = Awaited<ReturnType<typeof openApple>>;

/** Apple, and the built app served by a server that passes calls on to it. */
export const serveWithApple = async (
  now: number,
): Promise<{ readonly apple: Apple; readonly served: Served }> => {
  const apple = await openApple(now);
  return { apple, served: await serve(undefined, { APPLE_RELAY: 'on', APPLE_BASE: apple.base }) };
};

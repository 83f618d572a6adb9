import { Hono, type Context } from 'hono';
import type { TokenState } from './data/snapshot.ts';
import { isOver } from './event.ts';
import { statusOf, tick } from './events.ts';
import { FAULTS, readFaults } from './faults.ts';
import { acceptInvitation } from './people.ts';
import { assetOf, type Location, type World } from './world.ts';

type Told = Readonly<Record<string, unknown>>;

const locationState = ({ token, config, assets, assignments, users }: Location) => ({
  uId: config.uId,
  locationName: config.locationName,
  mdmInfo: config.mdmInfo,
  token: { fileName: token.fileName, text: token.text, state: token.state },
  assets: assets.records.length,
  assignments: assignments.records.length,
  users: users.records.length,
  versionIds: { assets: assets.version, assignments: assignments.version, users: users.version },
});

const stateOf = (world: World) => ({
  locations: world.locations.map(locationState),
  events: [...world.events.values()].map((event) => ({
    eventId: event.id,
    uId: event.uId,
    ...statusOf(event),
  })),
  pending: [...world.events.values()].filter((event) => !isOver(event)).length,
  faults: world.faults,
  asked: world.asked,
  mostOpen: world.mostOpen,
});

const isTokenState = (value: unknown): value is TokenState =>
  value === 'valid' || value === 'expired' || value === 'revoked';

/** What is bought, or lost, of an app in Apple's shop. */
const buy = (location: Location, { adamId, pricingParam = 'STDQ', count }: Told): boolean => {
  const asset = assetOf(location, { adamId: String(adamId), pricingParam: String(pricingParam) });
  if (asset === undefined || !Number.isInteger(count)) return false;
  asset.totalCount += Number(count);
  asset.availableCount += Number(count);
  location.assets.write([asset]);
  return true;
};

/** What happens in the world outside, each for a location. */
const HAPPENINGS: Readonly<Record<string, (location: Location, told: Told) => boolean>> = {
  accept: (location, { clientUserId }) => acceptInvitation(location, String(clientUserId)),
  buy,
  token: (location, { state }) => {
    if (!isTokenState(state)) return false;
    location.token.state = state;
    return true;
  },
};

const toldIn = async (c: Context): Promise<Told> =>
  ((await c.req.json().catch(() => ({}))) ?? {}) as Told;

/**
 * The other side of the simulator: time, faults, and what happens outside; Apple has nothing of it.
 */
export const controlApi = (world: World): Hono => {
  const app = new Hono();
  app.get('/state', (c) => c.json(stateOf(world)));
  app.post('/tick', async (c) => {
    const { ticks = 1 } = await toldIn(c);
    let pending = 0;
    for (let at = 0; at < Number(ticks); at += 1) pending = tick(world);
    return c.json({ pending });
  });
  app.post('/faults', async (c) => {
    const faults = readFaults(await toldIn(c));
    if (faults === undefined)
      return c.json({ error: `Give faults: a list of { kind: ${FAULTS.join(' | ')} }` }, 400);
    world.faults = faults;
    return c.json({ faults });
  });
  app.post('/forget-asked', (c) => {
    world.asked.splice(0);
    world.mostOpen = world.open;
    return c.json({ asked: 0 });
  });
  app.post('/:happening', async (c) => {
    const told = await toldIn(c);
    const location = world.locations.find(({ config }) => config.uId === told['uId']);
    const name = c.req.param('happening');
    const happening = Object.hasOwn(HAPPENINGS, name) ? HAPPENINGS[name] : undefined;
    if (happening === undefined || location === undefined) return c.json({ error: 'unknown' }, 404);
    return happening(location, told)
      ? c.json({ ok: true })
      : c.json({ error: 'not possible' }, 409);
  });
  return app;
};

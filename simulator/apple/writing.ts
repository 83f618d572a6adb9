import { idsIn, listIn, type Body } from './body.ts';
import { AppleError } from './errors.ts';
import type { AssetName, EventType, RequestUser, Target, Task } from './event.ts';
import { beginEvent } from './events.ts';
import { strike } from './faults.ts';
import { tasksOfShortAssets } from './licences.ts';
import { tokenFacts, type Request } from './request.ts';
import { limitsNow, type LIMITS } from './service-config.ts';
import { assetKey, assetOf, type Location } from './world.ts';

const begin = (request: Request, type: EventType, tasks: readonly Task[]): object => {
  const { world, location, struck } = request;
  if (strike(world.faults, 'transfer-lock', struck) !== undefined) throw new AppleError(9643);
  const isStuck = strike(world.faults, 'stuck-event', struck) !== undefined;
  const isUnnamed = strike(world.faults, 'unnamed-failures', struck) !== undefined;
  const { id } = beginEvent(world, location, type, tasks, { isStuck, isUnnamed });
  if (strike(world.faults, 'lost-event', struck) !== undefined) world.events.delete(id);
  return { eventId: id, ...tokenFacts(request) };
};

type Limits = typeof LIMITS;

const assetsIn = (body: Body, location: Location, { maxAssets }: Limits): readonly AssetName[] => {
  const assets = listIn(body, 'assets').map((given): AssetName => {
    const { adamId, pricingParam = 'STDQ' } = (given ?? {}) as Partial<AssetName>;
    if (typeof adamId !== 'string' || typeof pricingParam !== 'string') throw new AppleError(9602);
    return { adamId, pricingParam };
  });
  if (assets.length === 0) throw new AppleError(9718);
  if (assets.length > maxAssets) throw new AppleError(9700);
  if (new Set(assets.map(assetKey)).size < assets.length) throw new AppleError(9703);
  // What is said of an app that the location does not have is not documented.
  if (assets.some((asset) => assetOf(location, asset) === undefined)) throw new AppleError(9602);
  return assets;
};

const targetsIn = (body: Body, mostUsers: number, mostDevices: number): readonly Target[] => {
  const users = idsIn(body, 'clientUserIds', mostUsers, 9701, 9704);
  const devices = idsIn(body, 'serialNumbers', mostDevices, 9702, 9705);
  if (users.length + devices.length === 0) throw new AppleError(9719);
  return [
    ...users.map((clientUserId) => ({ clientUserId })),
    ...devices.map((serialNumber) => ({ serialNumber })),
  ];
};

/** `assets/associate` and `assets/disassociate`: refused as a whole, or done task by task later. */
export const assign = (
  request: Request,
  type: 'ASSOCIATE' | 'DISASSOCIATE',
  body: Body,
): object => {
  const { world, location, struck } = request;
  const limits = limitsNow(world.faults, struck);
  const assets = assetsIn(body, location, limits);
  const targets = targetsIn(body, limits.maxClientUserIds, limits.maxSerialNumbers);
  const known = assets.map((asset) => assetOf(location, asset));
  if (type === 'DISASSOCIATE' && known.some((asset) => asset?.revocable === false))
    throw new AppleError(9706);
  const isForDevices = targets.some(({ serialNumber }) => serialNumber !== undefined);
  if (
    type === 'ASSOCIATE' &&
    isForDevices &&
    known.some((asset) => asset?.deviceAssignable === false)
  )
    throw new AppleError(9707);
  const tasks = assets.flatMap((asset) => targets.map((target) => ({ asset, target })));
  const isShort = type === 'ASSOCIATE' && tasksOfShortAssets(location, tasks).length > 0;
  if (isShort && strike(world.faults, 'shortage-at-once', struck) !== undefined)
    throw new AppleError(9709);
  return begin(request, type, tasks);
};

/** `assets/revoke`. What counts as requested is not documented: here each user or device. */
export const revoke = (request: Request, body: Body): object => {
  const limits = limitsNow(request.world.faults, request.struck);
  const targets = targetsIn(body, limits.maxRevokeClientUserIds, limits.maxRevokeSerialNumbers);
  return begin(
    request,
    'REVOKE',
    targets.map((target) => ({ target })),
  );
};

const EMAIL = /^[^@\s]+@[^@\s.]+\.[^@\s]+$/;

const userIn = (given: unknown): RequestUser => {
  const { clientUserId, email, managedAppleId } = (given ?? {}) as Record<string, unknown>;
  if (typeof clientUserId !== 'string' || clientUserId === '') throw new AppleError(9602);
  if (email !== undefined && !(typeof email === 'string' && EMAIL.test(email)))
    throw new AppleError(9717);
  if (managedAppleId !== undefined && typeof managedAppleId !== 'string')
    throw new AppleError(9602);
  return {
    clientUserId,
    ...(typeof email === 'string' ? { email } : {}),
    ...(typeof managedAppleId === 'string' ? { managedAppleId } : {}),
  };
};

/** `users/create`, `users/update` and `users/retire`. */
export const writeUsers = (
  request: Request,
  type: 'CREATE' | 'UPDATE' | 'RETIRE',
  body: Body,
): object => {
  const given = listIn(body, 'users');
  if (given.length === 0) throw new AppleError(9720);
  const { maxUsers } = limitsNow(request.world.faults, request.struck);
  if (given.length > maxUsers) throw new AppleError(9714);
  const users = given.map(userIn);
  if (new Set(users.map(({ clientUserId }) => clientUserId)).size < users.length)
    throw new AppleError(9715);
  const tasks = users.map((user) => ({ target: { clientUserId: user.clientUserId }, user }));
  return begin(request, type, tasks);
};

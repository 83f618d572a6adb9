import { errorBody } from './errors.ts';
import { isOver, type Event, type EventType, type Task } from './event.ts';
import { give, takeAllBack, takeBack, targetProblem, tasksOfShortAssets } from './licences.ts';
import { createUser, retireUser, updateUser } from './people.ts';
import { assetKey, type Location, type World } from './world.ts';

const perform = (
  world: World,
  location: Location,
  type: EventType,
  task: Task,
): number | undefined => {
  if (type === 'ASSOCIATE') return give(location, task);
  if (type === 'DISASSOCIATE') return takeBack(location, task);
  if (type === 'REVOKE') {
    const problem = targetProblem(location, task.target);
    if (problem === undefined) takeAllBack(location, task.target);
    return problem;
  }
  const { user } = task;
  if (user === undefined) return 9602;
  if (type === 'CREATE') return createUser(world, location, user);
  return type === 'UPDATE' ? updateUser(location, user) : retireUser(location, user);
};

/** Puts a request in line; its answer is the event's id alone. */
export const beginEvent = (
  world: World,
  { config }: Location,
  type: EventType,
  tasks: readonly Task[],
  how: Pick<Event, 'isStuck' | 'isUnnamed'>,
): Event => {
  const { pendingTicks } = world.settings;
  const event: Event = {
    id: world.newId(),
    uId: config.uId,
    type,
    tasks,
    at: 0,
    failed: new Map(),
    ticksLeft: pendingTicks,
    ...how,
  };
  world.events.set(event.id, event);
  // Without ticks to wait for it is done at once.
  if (pendingTicks === 0) tickEvent(world, event);
  return event;
};

/**
 * One step of all that is pending: each event does an equal share of its tasks, and its last share
 * ends it.
 */
export const tick = (world: World): number => {
  const open = [...world.events.values()].filter((event) => !isOver(event) && !event.isStuck);
  for (const event of open) tickEvent(world, event);
  return open.filter((event) => !isOver(event)).length;
};

const tickEvent = (world: World, event: Event): void => {
  const location = world.locations.find(({ config }) => config.uId === event.uId);
  if (location === undefined || event.isStuck) return;
  if (event.at === 0 && event.type === 'ASSOCIATE' && world.settings.partial === 'whole-asset')
    for (const task of tasksOfShortAssets(location, event.tasks)) event.failed.set(task, 9709);
  const share = Math.ceil((event.tasks.length - event.at) / Math.max(1, event.ticksLeft));
  for (const task of event.tasks.slice(event.at, event.at + share)) {
    const number = event.failed.get(task) ?? perform(world, location, event.type, task);
    if (number !== undefined) event.failed.set(task, number);
  }
  event.at += share;
  event.ticksLeft -= 1;
};

/** What `status` says of an event. A failed one may be done in part (apple.md §2.5). */
export const statusOf = (event: Event) => {
  const worked = event.tasks.slice(0, event.at);
  const failed = worked.filter((task) => event.failed.has(task));
  const isDone = isOver(event);
  return {
    eventStatus: !isDone ? 'PENDING' : failed.length === 0 ? 'COMPLETE' : 'FAILED',
    eventType: event.type,
    numRequested: event.tasks.length,
    numCompleted: worked.length - failed.length,
    failures: isDone ? failuresOf(event, failed) : [],
  };
};

/** Failures go together by number and app; a user who is not there fails for every app. */
const failuresOf = (event: Event, failed: readonly Task[]) => {
  const groups = Map.groupBy(failed, (task) => {
    const number = event.failed.get(task) ?? 0;
    return `${number} ${number === 9609 || task.asset === undefined ? '' : assetKey(task.asset)}`;
  });
  return [...groups.values()].map((tasks) => {
    const number = event.failed.get(tasks[0] as Task) ?? 0;
    return {
      ...errorBody(number, 'event'),
      ...(event.isUnnamed ? {} : { errorInfo: infoOf(number, tasks) }),
    };
  });
};

const infoOf = (number: number, tasks: readonly Task[]) => {
  const asset = number === 9609 ? undefined : tasks[0]?.asset;
  const unique = (ids: readonly (string | undefined)[]) => [
    ...new Set(ids.filter((id) => id !== undefined)),
  ];
  const users = unique(tasks.map(({ target }) => target.clientUserId));
  const devices = unique(tasks.map(({ target }) => target.serialNumber));
  return {
    ...(asset === undefined
      ? {}
      : { assets: [{ adamId: asset.adamId, pricingParam: asset.pricingParam }] }),
    ...(users.length === 0 ? {} : { clientUserIds: users }),
    ...(devices.length === 0 ? {} : { serialNumbers: devices }),
  };
};

import { ok, refuse, type Problem, type Result } from '#core/result.ts';
import { meaningOf } from './error-numbers.ts';
import {
  namedFailures,
  readFailures,
  taskKey,
  unnamedNumber,
  type OpenTask,
  type Target,
} from './event-failures.ts';
import { countOf, type JsonObject } from './json-object.ts';
import type { Asset, AssignmentRequest } from './requests.ts';

/**
 * The result of one task: done, failed with its number, or `unclear` if Apple says that some failed
 * but not which. A task without an asset belongs to a request without assets (everything taken
 * back, or a person).
 */
export type Task = OpenTask & {
  readonly outcome: 'ok' | 'failed' | 'unclear';
  readonly number: number | undefined;
};

/** How far an event is. */
export type EventStatus =
  | {
      readonly state: 'pending';
      readonly requested: number | undefined;
      readonly completed: number | undefined;
    }
  | {
      readonly state: 'done';
      /** Each asset for each target, in the order of the request. */
      readonly tasks: readonly Task[];
      readonly ok: number;
      readonly failed: number;
      readonly unclear: number;
      /**
       * Not all went well, or Apple's count is another: the assignments have to be read again
       * (apple.md §2.5).
       */
      readonly needsReading: boolean;
    };

/** The status of an event of another shape than Apple's. */
export type NoEvent = Problem<'not-an-event'>;

/** What was sent. Requests for people and those that take everything back have no assets. */
export type Sent = Omit<AssignmentRequest, 'assets'> & { readonly assets?: readonly Asset[] };

/**
 * What the status of an event says of each task of the request that it is about. A failed event can
 * be done in part (apple.md §2.5): a failure names assets, targets or both, and concerns every task
 * that has them.
 */
export const readEvent = (body: JsonObject, sent: Sent): Result<EventStatus, NoEvent> => {
  const state = body['eventStatus'];
  const requested = countOf(body['numRequested']);
  const completed = countOf(body['numCompleted']);
  if (state === 'PENDING') return ok({ state: 'pending', requested, completed });
  if (state !== 'COMPLETE' && state !== 'FAILED') return refuse('not-an-event', 'eventStatus');
  const all = tasksSent(sent);
  const failures = readFailures(body['failures']);
  const named = namedFailures(failures, all);
  const missing =
    requested !== undefined && completed !== undefined
      ? requested - completed - named.size
      : state === 'FAILED' && named.size === 0
        ? all.length
        : 0;
  const tasks = outcomes(all, named, missing, unnamedNumber(failures));
  const agrees = missing === 0 && (requested === undefined || requested === all.length);
  return ok({
    state: 'done',
    ...counted(tasks),
    needsReading: !agrees || tasks.some(({ outcome }) => outcome !== 'ok'),
  });
};

/** Each asset for each target of what was sent. */
export const tasksSent = ({
  assets = [],
  clientUserIds,
  serialNumbers,
}: Sent): readonly OpenTask[] => {
  const targets: readonly Target[] = [
    ...clientUserIds.map((clientUserId) => ({ clientUserId })),
    ...serialNumbers.map((serialNumber) => ({ serialNumber })),
  ];
  const each = assets.length === 0 ? [undefined] : assets;
  return each.flatMap((asset) => targets.map((target) => ({ asset, target })));
};

/** `missing` tasks failed beside the named ones: all that are left, or some of them. */
const outcomes = (
  all: readonly OpenTask[],
  named: ReadonlyMap<string, number>,
  missing: number,
  reason: number | undefined,
): readonly Task[] => {
  const left = all.length - named.size;
  const rest = missing <= 0 ? 'ok' : missing >= left && reason !== undefined ? 'failed' : 'unclear';
  return all.map((task) => {
    const number = named.get(taskKey(task));
    if (number !== undefined)
      return { ...task, outcome: isAsWished(number) ? 'ok' : 'failed', number };
    if (rest === 'failed' && reason !== undefined && isAsWished(reason))
      return { ...task, outcome: 'ok', number: reason };
    return { ...task, outcome: rest, number: rest === 'ok' ? undefined : reason };
  });
};

/** A number that says that what was asked for holds already (9616). */
const isAsWished = (number: number): boolean => meaningOf(number).action === 'nothing';

const counted = (tasks: readonly Task[]) => {
  const count = (wanted: Task['outcome']): number =>
    tasks.filter(({ outcome }) => outcome === wanted).length;
  return { tasks, ok: count('ok'), failed: count('failed'), unclear: count('unclear') };
};

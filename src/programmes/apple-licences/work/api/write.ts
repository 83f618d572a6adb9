import { nextLook, type PendingEvent } from '#programmes/apple-licences/rules/api/event-polling.ts';
import {
  readEvent,
  type EventStatus,
  type Task,
} from '#programmes/apple-licences/rules/api/event-status.ts';
import { tighterLimits, type Limits } from '#programmes/apple-licences/rules/api/limits.ts';
import {
  afterRefusal,
  allOf,
  bodyOf,
  partsOf,
  pathOf,
  sentBy,
  type Part,
} from '#programmes/apple-licences/rules/api/write-part.ts';
import { endedBy } from './ended-by.ts';
import { noAnswer, type Answer, type Line, type NoAnswer } from './line.ts';

/** A request that is not over: its event is pending, or it has not been sent. */
export type OpenPart = {
  readonly part: Part;
  readonly event?: PendingEvent & { readonly id: string };
};

/** What became of a wish, row by row, as far as it is known. */
export type Written = {
  readonly tasks: readonly Task[];
  /**
   * Not all went as asked, or Apple's count is another: the assignments or users have to be read
   * again (apple.md §2.5).
   */
  readonly needsReading: boolean;
  /** What is not over: another try continues with it. */
  readonly left: readonly OpenPart[];
  /** Why something is left. */
  readonly failure?: NoAnswer;
};

/** How a wish is written. */
export type Writing = {
  readonly line: Line;
  readonly limitsNow: (anew: boolean) => Promise<Answer<Limits>>;
  readonly signal: AbortSignal;
  readonly onProgress?: ((written: Pick<Written, 'tasks' | 'left'>) => void) | undefined;
};

/**
 * Sends what is not sent, looks at what is pending until it is over, and tells what became of each
 * row.
 */
export const write = async (writing: Writing, open: readonly OpenPart[]): Promise<Written> => {
  const sent = await sendAll(writing, open);
  return sent.failure === undefined ? followAll(writing, sent) : sent;
};

const eventIdIn = (body: Readonly<Record<string, unknown>>): string =>
  typeof body['eventId'] === 'string' ? body['eventId'] : '';

/** The event of a part that Apple has taken. */
const sendPart = async (
  { line, signal }: Writing,
  part: Part,
  sendings: number,
): Promise<Answer<Required<OpenPart>['event']>> => {
  const answer = await line.ask({ method: 'POST', path: pathOf(part), body: bodyOf(part) }, signal);
  if (!answer.ok) return answer;
  const id = eventIdIn(answer.value);
  if (id === '')
    return noAnswer({ why: 'form', problem: { code: 'not-an-event', field: 'eventId' } });
  return { ok: true, value: { id, sentAt: line.now(), polledAt: undefined, sendings } };
};

const sendAll = async (writing: Writing, open: readonly OpenPart[]): Promise<Written> => {
  const tasks: Task[] = [];
  const sent: OpenPart[] = open.filter(({ event }) => event !== undefined);
  const waiting = open.filter(({ event }) => event === undefined).map(({ part }) => part);
  for (let part = waiting.shift(); part !== undefined; part = waiting.shift()) {
    const answer = await sendPart(writing, part, 1);
    if (answer.ok) sent.push({ part, event: answer.value });
    else if (answer.failure.why === 'form') tasks.push(...allOf(part, 'unclear'));
    else {
      const after = await instead(writing, part, answer.failure);
      if ('failure' in after) {
        const left = [...sent, ...[part, ...waiting].map((wish) => ({ part: wish }))];
        return { tasks, needsReading: isDoubtful(tasks), left, failure: after.failure };
      }
      waiting.unshift(...after.parts);
      tasks.push(...after.tasks);
    }
    writing.onProgress?.({ tasks, left: [...sent, ...waiting.map((wish) => ({ part: wish }))] });
  }
  return { tasks, needsReading: isDoubtful(tasks), left: sent };
};

type Instead =
  | { readonly parts: readonly Part[]; readonly tasks: readonly Task[] }
  | { readonly failure: NoAnswer };

/** What is sent instead of a part that was refused, or which of its rows have failed for good. */
const instead = async (writing: Writing, part: Part, failure: NoAnswer): Promise<Instead> => {
  const after =
    failure.why === 'reply' ? afterRefusal(part, failure.reply) : { next: 'stop' as const };
  if (after.next === 'stop' || failure.why !== 'reply') return { failure };
  if (after.next === 'send') return { parts: after.parts, tasks: [] };
  if (after.next === 'fail') return { parts: [], tasks: allOf(part, 'failed', after.number) };
  const number = failure.reply.number ?? 0;
  const limits = await writing.limitsNow(true);
  if (!limits.ok) return { failure: limits.failure };
  const cut = partsOf(part, limits.value);
  if (cut.length > 1) return { parts: cut, tasks: [] };
  // The limits read again are the ones that were kept: half of what the part itself holds.
  const tighter = tighterLimits(limitsOfPart(part, limits.value), number);
  const halves = tighter === undefined ? [] : partsOf(part, tighter);
  return halves.length > 1
    ? { parts: halves, tasks: [] }
    : { parts: [], tasks: allOf(part, 'failed', number) };
};

/** Limits that a part itself just fills: half of them cuts it, however much may be sent at most. */
const limitsOfPart = (part: Part, limits: Limits): Limits => {
  const { assets = [], clientUserIds, serialNumbers } = sentBy(part);
  const [users, devices] = [Math.max(1, clientUserIds.length), Math.max(1, serialNumbers.length)];
  return {
    maxAssets: Math.min(limits.maxAssets, Math.max(1, assets.length)),
    maxClientUserIds: Math.min(limits.maxClientUserIds, users),
    maxSerialNumbers: Math.min(limits.maxSerialNumbers, devices),
    maxRevokeClientUserIds: Math.min(limits.maxRevokeClientUserIds, users),
    maxRevokeSerialNumbers: Math.min(limits.maxRevokeSerialNumbers, devices),
    maxUsers: Math.min(limits.maxUsers, users),
  };
};

const isDoubtful = (tasks: readonly Task[]): boolean =>
  tasks.some(({ outcome }) => outcome !== 'ok');

/** What an event says of the part that it is of. */
export const lookAt = async (
  { line, signal }: Pick<Writing, 'line' | 'signal'>,
  part: Part,
  eventId: string,
): Promise<Answer<EventStatus>> => {
  const answer = await line.ask({ method: 'GET', path: '/status', query: { eventId } }, signal);
  if (!answer.ok) return answer;
  const read = readEvent(answer.value, sentBy(part));
  return read.ok ? read : noAnswer({ why: 'form', problem: read.problem });
};

/**
 * Looks at all that is pending, each when it is due, until everything is over or nothing more is to
 * be had now.
 */
const followAll = async (writing: Writing, sent: Written): Promise<Written> => {
  const { line, signal, onProgress } = writing;
  let { tasks, left, needsReading } = sent;
  while (left.length > 0) {
    const looks = left.map((open) => ({ open, look: nextOf(open, line.now()) }));
    const waits = looks.map(({ look }) => (look.next === 'wait' ? look.ms : 0));
    const soonest = Math.min(...waits);
    if (soonest > 0) await line.wait(soonest, signal);
    if (signal.aborted) return { tasks, needsReading, left, failure: endedBy(signal) };
    for (const { open } of looks.filter((_, at) => waits[at] === soonest)) {
      const after = await follow(writing, open);
      if ('failure' in after) return { tasks, needsReading, left, failure: after.failure };
      left = left.flatMap((remaining) => (remaining === open ? (after.left ?? []) : remaining));
      tasks = [...tasks, ...after.tasks];
      needsReading ||= after.needsReading;
      onProgress?.({ tasks, left });
    }
  }
  return { tasks, needsReading, left };
};

const nextOf = ({ event }: OpenPart, now: number) =>
  event === undefined ? ({ next: 'poll' } as const) : nextLook(event, now);

type Followed =
  | { readonly left?: OpenPart; readonly tasks: readonly Task[]; readonly needsReading: boolean }
  | { readonly failure: NoAnswer };

/** One step with a part whose turn it is. */
const follow = async (writing: Writing, { part, event }: OpenPart): Promise<Followed> => {
  const unclear = { tasks: allOf(part, 'unclear'), needsReading: true };
  if (event === undefined) return unclear;
  const { next } = nextLook(event, writing.line.now());
  if (next === 'give-up') return unclear;
  if (next === 'wait') return { left: { part, event }, tasks: [], needsReading: false };
  if (next === 'send-again') {
    const again = await sendPart(writing, part, event.sendings + 1);
    if (again.ok) return { left: { part, event: again.value }, tasks: [], needsReading: false };
    return isOver(again.failure) ? unclear : { failure: again.failure };
  }
  const status = await lookAt(writing, part, event.id);
  if (!status.ok) return isOver(status.failure) ? unclear : { failure: status.failure };
  if (status.value.state === 'done') return status.value;
  return {
    left: { part, event: { ...event, polledAt: writing.line.now() } },
    tasks: [],
    needsReading: false,
  };
};

/**
 * Whether looking again would bring no more: Apple does not know the event (9708), or what comes is
 * none.
 */
const isOver = (failure: NoAnswer): boolean =>
  failure.why === 'form' ||
  (failure.why === 'reply' &&
    failure.reply.number !== undefined &&
    !failure.reply.mayPass &&
    !failure.reply.token);

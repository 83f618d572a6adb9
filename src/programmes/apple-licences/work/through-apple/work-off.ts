import {
  failureCode,
  type FailureCode,
} from '#programmes/apple-licences/rules/api/failure-code.ts';
import type { Task } from '#programmes/apple-licences/rules/api/event-status.ts';
import type { Wish } from '#programmes/apple-licences/rules/api/write-part.ts';
import {
  rowKey,
  rowOutcomes,
  targetsOf,
  type AppleRow,
  type OkRow,
  type RowOutcomes,
} from '#programmes/apple-licences/rules/sync/apple-rows.ts';
import type { AppleClient } from '../api/client.ts';
import type { NoAnswer } from '../api/line.ts';
import type { Written } from '../api/write.ts';
import type { Giving } from '../giving/give-licences.ts';
import type { TurnedAway } from '../sync/turned-away.ts';
import { forgetWork, keepWork, rowsLeft, type AppleWork } from './open-works.ts';
import { recordsUntil } from './records-until.ts';
import { recordDone, recordMade, type Recorded, type Recording } from './record-done.ts';
import { readOne } from '#data/records/read-under.ts';

/**
 * How a work is watched, stopped and written down. `onProgress` hears how many of how many Apple is
 * through with.
 */
export type WorkWatched = Recording & {
  readonly signal: AbortSignal;
  readonly onProgress?: ((done: number, all: number) => void) | undefined;
};

/** What became of what Apple was asked for, and what of it is written down. */
export type WorkedOff = RowOutcomes &
  Recorded & {
    /** So many are not over: another try continues with them. */
    readonly left: number;
    /** Why they are not. */
    readonly failure?: FailureCode | undefined;
    /** Apple knows more than what is written here, of the licences or of the token. */
    readonly needsReading: boolean;
  };

/** Where a work is worked off, and what turns it away. */
export type WorkPlace = TurnedAway & { readonly giving: Giving; readonly client: AppleClient };

/**
 * Asks Apple for what is left of a work, and writes down all that is done. It is kept before
 * anything is sent, and with each of Apple's answers: cut off anywhere, another try goes on there.
 */
export const workOff = async (
  place: WorkPlace,
  work: AppleWork,
  watched: WorkWatched,
): Promise<WorkedOff> => {
  const { giving, left } = place;
  const { written, tasks } = await ask(place, work, watched);
  // What was kept of it before is gone on with another time, unless all that is kept is erased.
  if (left.aborted)
    return { ...NONE, left: rowsLeft({ ...work, left: written.left, tasks }), ...whyOf(written) };
  const reached: AppleWork = {
    ...work,
    left: written.left,
    tasks,
    act: work.act ?? giving.records.doing().newId(),
  };
  await keepWork(giving.workspaceId, reached);
  const outcomes = rowOutcomes(work.rows, tasks);
  const recorded = await record(place, reached, outcomes.ok, {
    ...watched,
    sentAt: sentBefore(work),
  });
  if (recorded === undefined) return { ...NONE, left: rowsLeft(reached), ...whyOf(written) };
  const next: AppleWork = {
    ...reached,
    tasks: [],
    act: undefined,
    ...(work.then === undefined ? {} : { then: [...work.then, ...outcomes.ok] }),
  };
  const ok = work.then === undefined ? outcomes.ok : [];
  const done = { ...outcomes, ...recorded, ok, ...doubtOf(work, written, outcomes, recorded) };
  if (written.left.length > 0) {
    await keepWork(giving.workspaceId, next);
    return { ...done, left: rowsLeft(next), ...whyOf(written) };
  }
  const second = secondOf(next);
  if (second === undefined) {
    await forgetWork(giving.workspaceId, work);
    return { ...done, left: 0 };
  }
  return joined(done, await workOff(place, second, watched));
};

/** Writes down what is done; undefined where the workspace was left before all of it was. */
const record = async (
  { giving, left }: WorkPlace,
  work: AppleWork,
  rows: readonly OkRow[],
  recording: Recording,
): Promise<Recorded | undefined> => {
  const here = { ...giving, records: recordsUntil(left, giving.records) };
  try {
    if (work.then === undefined && work.is !== 'invite')
      return await recordDone(here, work, rows, recording);
    await recordMade(here, rows, await placeOf(here, work));
    return {};
  } catch (error) {
    if (!left.aborted) throw error;
    return undefined;
  }
};

/** When Apple was asked in an earlier try (ms); undefined where nothing was sent in one. */
const sentBefore = ({ at, left, tasks }: AppleWork): number | undefined => {
  const sent = left.flatMap(({ event }) => event?.sentAt ?? []);
  return sent.length > 0 ? Math.min(...sent) : tasks.length > 0 ? at : undefined;
};

const NONE: Omit<WorkedOff, 'left'> = { ok: [], failed: [], unclear: [], needsReading: false };

/**
 * Asks, and keeps each of Apple's answers. An earlier try may have left some that are not recorded
 * yet.
 */
const ask = async (
  { giving, client, left: gone, locked }: WorkPlace,
  work: AppleWork,
  { onProgress, ...watched }: WorkWatched,
): Promise<{ readonly written: Written; readonly tasks: readonly Task[] }> => {
  const signal = AbortSignal.any([watched.signal, gone, locked]);
  const keepNow = async (now: AppleWork): Promise<void> => {
    if (!gone.aborted) await keepWork(giving.workspaceId, now);
  };
  await keepNow(work);
  // One after the other, in the order of Apple's answers.
  let kept: Promise<void> = Promise.resolve();
  const hear = ({ tasks, left }: Pick<Written, 'tasks' | 'left'>): void => {
    const all = [...work.tasks, ...tasks];
    kept = kept.then(() => keepNow({ ...work, left, tasks: all }));
    onProgress?.(all.length, all.length + rowsLeft({ left, tasks: [], then: work.then }));
  };
  onProgress?.(work.tasks.length, rowsLeft(work));
  const written = await client.goOn(work.left, { signal, onProgress: hear });
  await kept;
  return { written, tasks: [...work.tasks, ...written.tasks] };
};

/** Who is retired gives licences back; who existed may have come further than is known here. */
const doubtOf = (
  { is }: AppleWork,
  { needsReading, failure }: Written,
  { ok, failed, unclear }: RowOutcomes,
  { problem, isReportedSince = false }: Recorded,
): Pick<WorkedOff, 'needsReading'> => {
  const isDoubtful =
    needsReading ||
    failed.length > 0 ||
    unclear.length > 0 ||
    problem !== undefined ||
    isReportedSince;
  const isMore = (is === 'retire' && ok.length > 0) || ok.some(({ existed }) => existed === true);
  return { needsReading: isDoubtful || isMore || endsToken(failure) };
};

/**
 * Whether Apple said that the token is invalid: the next sync finds that out, and shows it wherever
 * the token appears.
 */
const endsToken = (failure: NoAnswer | undefined): boolean =>
  failure?.why === 'reply' && failure.reply.token !== undefined;

const whyOf = ({ failure }: Written): Pick<WorkedOff, 'failure'> =>
  failure === undefined ? {} : { failure: failureCode(failure) };

/** The licences, once all users are made that could be. */
const secondOf = ({ then, app, ...work }: AppleWork): AppleWork | undefined => {
  if (then === undefined || then.length === 0 || app === undefined) return undefined;
  return { ...work, app, left: [{ part: licenceWish('associate', app.asset, then) }] };
};

/** What Apple is asked for to give an app to these, or take it back from them. */
export const licenceWish = (
  act: 'associate' | 'disassociate',
  { adamId, pricingParam }: NonNullable<AppleWork['app']>['asset'],
  rows: readonly AppleRow[],
): Wish => ({ act, assets: [{ adamId, pricingParam }], ...targetsOf(rows) });

/** A user who was created but then got no licence is reported once. */
const joined = (made: Omit<WorkedOff, 'left'>, given: WorkedOff): WorkedOff => {
  const seen = new Set([...given.ok, ...given.failed, ...given.unclear].map(rowKey));
  const rest = <Row extends AppleRow>(rows: readonly Row[]): Row[] =>
    rows.filter((row) => !seen.has(rowKey(row)));
  return {
    ...given,
    failed: [...rest(made.failed), ...given.failed],
    unclear: [...rest(made.unclear), ...given.unclear],
    needsReading: made.needsReading || given.needsReading,
  };
};

const placeOf = async ({ records }: Giving, { token }: AppleWork) => {
  const { location = '', locationId = '' } =
    (await readOne(records, token, 'content-token'))?.data ?? {};
  return { location, locationId };
};

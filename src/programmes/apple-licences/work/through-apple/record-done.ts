import type { Act } from '#core/record/act.ts';
import { planOfRow, type OkRow } from '#programmes/apple-licences/rules/sync/apple-rows.ts';
import { isReportedSince } from '#programmes/apple-licences/rules/app/count-moves.ts';
import { canSay } from '#programmes/apple-licences/rules/licence/licence-commands.ts';
import { licenceState } from '#programmes/apple-licences/rules/licence/licence-life.ts';
import { madeAtApple } from '#programmes/apple-licences/rules/user/made-at-apple.ts';
import type { Located } from '#programmes/apple-licences/rules/token/token-for.ts';
import { sayTerms } from '#programmes/apple-licences/rules/user/user-commands.ts';
import { termsOf } from '#programmes/apple-licences/rules/user/user-terms.ts';
import type {
  LicenceProblem,
  LicenceResult,
} from '#programmes/apple-licences/rules/licence/licence-problem.ts';
import { ok, type CommonProblem, type Problem } from '#core/result.ts';
import { keptAct } from '#data/acts/acts.ts';
import { undoAct } from '#data/acts/undo-act.ts';
import { giveToAll, licenceIdOf, type Giving } from '../giving/give-licences.ts';
import { bringBack } from '../giving/say-of-licences.ts';
import type { AppleWork } from './open-works.ts';
import { onKind } from '#data/records/on-kind.ts';
import { readMany, readOne } from '#data/records/read-under.ts';

/** What is written down here of what Apple did. */
export type Recorded = {
  readonly act?: Act | undefined;
  /** Why it is not written down: the next sync brings it. */
  readonly problem?: Problem<(LicenceProblem | CommonProblem)['code']> | undefined;
  /**
   * A source told the app's count since Apple was asked: whether it knew of this, only reading
   * everything tells.
   */
  readonly isReportedSince?: boolean | undefined;
};

/**
 * How it is written down. `reason` is what the history says where fewer are written than were
 * counted; `sentAt` is when Apple was asked (ms), where that was in an earlier try.
 */
export type Recording = {
  readonly reason: string;
  readonly edition: string;
  readonly sentAt?: number | undefined;
};

type Licences = AppleWork & { readonly app: NonNullable<AppleWork['app']> };

/**
 * Writes down what Apple did for these of a work's rows. What is as it should be already is left as
 * it is.
 */
export const recordDone = async (
  giving: Giving,
  work: AppleWork,
  rows: readonly OkRow[],
  recording: Recording,
): Promise<Recorded> => {
  if (rows.length === 0) return {};
  if (work.is === 'retire') return retired(giving, rows, recording);
  const { app, undoes } = work;
  if (app === undefined) return {};
  const sentAt = await reportedSince(giving, app.id, recording);
  if (undoes !== undefined) {
    const only = new Set(rows.flatMap(({ licence }) => licence ?? []));
    await undoAct(giving, undoes, recording.reason, only, sentAt);
    return { isReportedSince: sentAt !== undefined };
  }
  const licences: Licences = { ...work, app };
  const answer = await (work.is === 'give' ? given : takenBack)(giving, licences, rows, {
    ...recording,
    sentAt,
  });
  return answer.ok
    ? { act: answer.value.act, isReportedSince: sentAt !== undefined }
    : { problem: answer.problem };
};

/**
 * When Apple was asked, where a sync or a list has told the count since: it is not moved on top of
 * that.
 */
const reportedSince = async (
  { records }: Giving,
  app: string,
  { sentAt }: Recording,
): Promise<number | undefined> => {
  if (sentAt === undefined) return undefined;
  const now = await readOne(records, app, 'volume-app');
  return now !== undefined && isReportedSince(now, sentAt) ? sentAt : undefined;
};

/**
 * Cut off while it was recorded, an act may lack its count though all its licences are as they
 * should be.
 */
const isBegun = async (giving: Giving, id: string | undefined): Promise<boolean> =>
  (await keptAct(giving, id)) !== undefined;

const NOTHING = ok<{ readonly act?: Act }>({});

const given = async (
  giving: Giving,
  { app, token, act: begun }: Licences,
  rows: readonly OkRow[],
  { reason, sentAt }: Recording,
): Promise<LicenceResult<{ readonly act?: Act }>> => {
  const { records } = giving;
  const users = await readMany(
    records,
    rows.map(({ user }) => user).filter(Boolean),
    'volume-user',
  );
  const before = await readMany(
    records,
    rows.flatMap(({ licence }) => licence ?? []),
    'assigned-licence',
  );
  const planned = rows.flatMap((row) => {
    return planOfRow(row, users.get(row.user), before.get(row.licence ?? '')) ?? [];
  });
  const ids = await Promise.all(planned.map((target) => licenceIdOf(giving, app.id, target)));
  const here = await records.many(ids);
  const missing = planned.filter((_, at) => {
    const licence = here.get(ids[at] ?? '');
    return (
      licence === undefined || licence.trashedOn !== '' || licenceState(licence.steps) === 'free'
    );
  });
  if (missing.length === 0 && !(await isBegun(giving, begun))) return NOTHING;
  return giveToAll(giving, app.id, missing, { reason, apple: token, begun, sentAt });
};

const takenBack = async (
  giving: Giving,
  { app, token, way, act: begun }: Licences,
  rows: readonly OkRow[],
  { reason, sentAt }: Recording,
): Promise<LicenceResult<{ readonly act?: Act }>> => {
  const kind = way ?? 'taken-back';
  const here = await readMany(
    giving.records,
    rows.flatMap(({ licence }) => licence ?? []),
    'assigned-licence',
  );
  const ids = [...here.values()].filter((licence) => canSay(licence, kind)).map(({ id }) => id);
  if (ids.length === 0 && !(await isBegun(giving, begun))) return NOTHING;
  const on = giving.records.doing().today;
  return bringBack(giving, { app: app.id, ids, kind, on, reason, apple: token, begun, sentAt });
};

const retired = async (
  { records }: Giving,
  rows: readonly OkRow[],
  { edition }: Recording,
): Promise<Recorded> => {
  const users = await readMany(
    records,
    rows.map(({ user }) => user),
    'volume-user',
  );
  const refused = await records.changeMany(
    [...users.values()].filter((user) => termsOf(user) !== 'retired').map(({ id }) => id),
    onKind('volume-user', (user, doing) =>
      sayTerms(user, { kind: 'retired', on: doing.today, edition }, doing),
    ),
  );
  return { problem: [...refused.values()][0] };
};

/**
 * Writes down that Apple took these users: under which name, at which location, and that they are
 * invited.
 */
export const recordMade = async (
  { records }: Pick<Giving, 'records'>,
  rows: readonly OkRow[],
  place: Located,
): Promise<void> => {
  const byUser = new Map(rows.map((row) => [row.user, row]));
  await records.changeMany(
    [...byUser.keys()],
    onKind('volume-user', (user, doing) => {
      const { target: clientUserId, existed = false } = byUser.get(user.id) as OkRow;
      return madeAtApple(user, { clientUserId, place, existed }, doing);
    }),
  );
};

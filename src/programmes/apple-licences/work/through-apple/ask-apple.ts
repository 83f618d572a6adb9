import { giveLicences } from '#programmes/apple-licences/rules/app/app-commands.ts';
import { isForKeeps } from '#programmes/apple-licences/rules/licence/assign-plan.ts';
import { isForGood } from '#programmes/apple-licences/rules/editions.ts';
import { isLeftAlone } from '#programmes/apple-licences/rules/user/foreign-users.ts';
import { readWholeNext } from '#programmes/apple-licences/rules/user/made-at-apple.ts';
import { tokenFor } from '#programmes/apple-licences/rules/token/token-for.ts';
import { ok, refuse, type CommonProblem, type Problem } from '#core/result.ts';
import { dayOfMoment } from '#platform/clock.ts';
import { VaultLocked } from '#data/vault/held-keys.ts';
import type { AppleClient } from '../api/client.ts';
import type { Giving } from '../giving/give-licences.ts';
import type { AppleSync } from '../sync/apple-sync.ts';
import { roundStoreOf } from '../sync/round.ts';
import type { TurnedAway } from '../sync/turned-away.ts';
import { forgetWork, openWorks, workNow, type AppleWork } from './open-works.ts';
import { workOff, type WorkedOff, type WorkWatched } from './work-off.ts';
import { onKind } from '#data/records/on-kind.ts';
import { readMany, readOne } from '#data/records/read-under.ts';
import type {
  AtAppleProblem,
  LicenceProblem,
  LicenceResult,
} from '#programmes/apple-licences/rules/licence/licence-problem.ts';

/** What is given and taken back through Apple with. */
export type AppleParts = Giving & {
  readonly apple: Pick<AppleSync, 'asking' | 'syncNow' | 'whileHere'>;
};

/**
 * What became of it; or why Apple was not asked: a code of `NotBegun`, `vault-locked`,
 * `apple-not-over` (something else of the app is under way), `stopped` (the workspace is left), or
 * a refusal of the records' own.
 */
export type Asked = Promise<LicenceResult<WorkedOff, AtAppleProblem>>;

/** A work before it begins. */
export type NewWork = Omit<AppleWork, 'id' | 'at' | 'tasks'>;

/** Asks Apple for something new, unless what is known here speaks against it by now. */
export const beginWork = (parts: AppleParts, work: NewWork, watched: WorkWatched): Asked =>
  asking(parts, work.token, async (client, turnedAway) => {
    const problem = (await notInEdition(parts, work, watched)) ?? (await whyNot(parts, work));
    if (problem !== undefined) return { ok: false, problem };
    const { newId, now: at } = parts.records.doing();
    return ok(
      await workOff(
        { giving: parts, client, ...turnedAway },
        { ...work, id: newId(), at, tasks: [] },
        watched,
      ),
    );
  });

const NOTHING: WorkedOff = { ok: [], failed: [], unclear: [], left: 0, needsReading: false };

/** Continues with what is left. */
export const goOnWith = (parts: AppleParts, work: AppleWork, watched: WorkWatched): Asked =>
  asking(parts, work.token, async (client, turnedAway) => {
    // Another tab may be through with it.
    const left = await workNow(parts.workspaceId, work);
    const wasSent =
      left === undefined ||
      left.tasks.length > 0 ||
      left.left.some(({ event }) => event !== undefined);
    const problem = wasSent ? undefined : await notInEdition(parts, left, watched);
    if (problem !== undefined) return { ok: false, problem };
    return ok(
      left === undefined
        ? NOTHING
        : await workOff({ giving: parts, client, ...turnedAway }, left, watched),
    );
  });

/** Lets go of what is left: what Apple did of it comes with a sync. */
export const dropWork = async (parts: AppleParts, work: AppleWork): Promise<void> => {
  await forgetWork(parts.workspaceId, work);
  await readAll(parts, work.token);
};

/** Reads everything of a token's location again, so that what is here is what Apple knows. */
export const readAll = async (
  { records, workspaceId, apple }: AppleParts,
  token: string,
): Promise<void> => {
  await apple.whileHere(async () => {
    await records.change(
      token,
      onKind('content-token', (now, doing) => readWholeNext(now, doing)),
    );
    // A sync that was cut off has read what is no longer so.
    await roundStoreOf(workspaceId, token).keep(undefined);
  });
  try {
    await apple.syncNow(token);
  } catch (error) {
    // It is due all the same, once codes are unlocked.
    if (!(error instanceof VaultLocked)) throw error;
  }
};

const asking = async (
  { apple, records }: AppleParts,
  token: string,
  work: (client: AppleClient, turnedAway: TurnedAway) => Asked,
): Asked => {
  try {
    const present = await apple.whileHere(() => presentToken(records, token));
    if (present === undefined) return refuse('stopped');
    const answer = await apple.asking(present, async (client, turnedAway) => ({
      came: await work(client, turnedAway),
    }));
    return 'came' in answer ? answer.came : refuse(answer.code);
  } catch (error) {
    if (error instanceof VaultLocked) return refuse('vault-locked');
    throw error;
  }
};

/** Another token may have come for the location since: what one began, the other can go on with. */
const presentToken = async (records: AppleParts['records'], id: string): Promise<string> => {
  const own = await readOne(records, id, 'content-token');
  const tokens = await records.find({
    kind: 'content-token',
    isReadable: true,
  });
  const now =
    own === undefined
      ? undefined
      : tokenFor(tokens, own.data, { ...records.doing(), dayOf: dayOfMoment });
  return now?.id ?? id;
};

/**
 * What the edition of 2016 does not know: licences of devices, and users whom another system made
 * (seed 001).
 */
const notInEdition = async (
  { records }: Pick<AppleParts, 'records'>,
  { is, rows }: Pick<AppleWork, 'is' | 'rows'>,
  { edition }: Pick<WorkWatched, 'edition'>,
): Promise<LicenceProblem | undefined> => {
  // What was given may come back in any edition.
  if (is === 'take' || !isForGood(edition)) return undefined;
  if (is === 'give' && rows.some(({ to }) => to === 'device'))
    return { code: 'devices-need-later-edition' };
  const users = await readMany(
    records,
    rows.map(({ user }) => user).filter(Boolean),
    'volume-user',
  );
  const isForeign = [...users.values()].some(({ data }) => isLeftAlone(data, edition));
  return isForeign ? { code: 'foreign-user' } : undefined;
};

/** Looked at where no other tab asks, just before it is sent. */
const whyNot = async (
  { records, workspaceId }: AppleParts,
  { is, app, rows }: Pick<AppleWork, 'is' | 'app' | 'rows'>,
): Promise<Problem<(LicenceProblem | AtAppleProblem | CommonProblem)['code']> | undefined> => {
  if (app === undefined) return undefined;
  const now = await readOne(records, app.id, 'volume-app');
  if (now === undefined || now.trashedOn !== '') return { code: 'record-is-gone' };
  // What Apple is still busy with is not counted here: more than are free could be promised.
  if ((await openWorks(workspaceId)).some((open) => open.app?.id === app.id))
    return { code: 'apple-not-over' };
  if (is === 'take') return isForKeeps(now.data) ? { code: 'stays-for-good' } : undefined;
  const fits = giveLicences(now, rows.length, records.doing());
  return fits.ok ? undefined : fits.problem;
};

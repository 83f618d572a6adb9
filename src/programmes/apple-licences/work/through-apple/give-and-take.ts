import type { Act } from '#core/record/act.ts';
import {
  isAtApple,
  requestOf,
  rowOfLicence,
  rowOfPlanned,
  rowOfUser,
  type AppleRow,
} from '#programmes/apple-licences/rules/sync/apple-rows.ts';
import type { PlannedTarget } from '#programmes/apple-licences/rules/licence/assign-plan.ts';
import type { AssignedLicence } from '#programmes/apple-licences/rules/licence/assigned-licence.ts';
import type { VolumeApp } from '#programmes/apple-licences/rules/app/volume-app.ts';
import type { VolumeUser } from '#programmes/apple-licences/rules/user/volume-user.ts';
import { refuse } from '#core/result.ts';
import { judgeAct } from '#data/acts/undo-act.ts';
import { beginWork, type Asked, type AppleParts } from './ask-apple.ts';
import type { AppleWork } from './open-works.ts';
import { licenceWish, type WorkWatched } from './work-off.ts';
import { readOne } from '#data/records/read-under.ts';
import { isOfKind } from '#data/records/found.ts';
import { isFine } from '#data/records/read-record.ts';

/** An app by its record and its name at Apple. */
export type AppAtApple = NonNullable<AppleWork['app']>;

/** An app as Apple knows it; undefined where its number is not known here. */
export const appAtApple = ({
  id,
  data: { adamId, pricingParam },
}: VolumeApp): AppAtApple | undefined =>
  adamId === '' ? undefined : { id, asset: { adamId, pricingParam } };

/**
 * The users or devices an app is assigned to. `unknown`: ids of users that Apple said it does not
 * know, whatever is recorded here.
 */
export type Giving = {
  readonly token: string;
  readonly app: AppAtApple;
  readonly planned: readonly PlannedTarget[];
  readonly unknown?: ReadonlySet<string> | undefined;
};

/**
 * Assigns an app to those planned, at Apple and here. Users that Apple has never heard of are
 * created there first, which invites them. Refused before anything is sent if fewer are free than
 * planned; what Apple refuses is not recorded.
 */
export const giveThroughApple = (
  parts: AppleParts,
  { token, app, planned, unknown = new Set() }: Giving,
  watched: WorkWatched,
): Asked => {
  const rows = planned.map(rowOfPlanned);
  const strangers = planned.flatMap(({ target }) =>
    target.to === 'user' && (!isAtApple(target.user) || unknown.has(target.user.id))
      ? [target.user]
      : [],
  );
  if (strangers.length === 0) {
    const left = [{ part: licenceWish('associate', app.asset, rows) }];
    return beginWork(parts, { is: 'give', token, app, rows, left }, watched);
  }
  const first = new Set(strangers.map(({ id }) => id));
  const then = rows.filter(({ user }) => !first.has(user));
  const left = [{ part: { act: 'create', users: strangers.map(requestOf) } as const }];
  return beginWork(parts, { is: 'give', token, app, rows, then, left }, watched);
};

/** Licences that come back; `way` says why, where the app is gone and nobody took them. */
export type Coming = { readonly licences: readonly AssignedLicence[] } & Pick<
  Giving,
  'token' | 'app'
> &
  Pick<AppleWork, 'way'>;

/** Takes licences of an app back, at Apple and here. */
export const takeBackThroughApple = (
  parts: AppleParts,
  { token, app, licences, way }: Coming,
  watched: WorkWatched,
): Asked => {
  const rows = licences.map(rowOfLicence);
  const left = [{ part: licenceWish('disassociate', app.asset, rows) }];
  return beginWork(parts, { is: 'take', token, app, rows, way, left }, watched);
};

/**
 * Invites users, or retires them, at Apple and here. There is no undo at Apple: an invitation
 * cannot be unsent.
 */
export const sayThroughApple = (
  parts: AppleParts,
  {
    is,
    token,
    users,
  }: {
    readonly is: 'invite' | 'retire';
    readonly token: string;
    readonly users: readonly VolumeUser[];
  },
  watched: WorkWatched,
): Asked => {
  const act = is === 'invite' ? 'create' : 'retire';
  const left = [{ part: { act, users: users.map(requestOf) } as const }];
  return beginWork(parts, { is, token, rows: users.map(rowOfUser), left }, watched);
};

/**
 * Undoes at Apple and here what went through Apple: what was given is taken back, what was taken
 * back is given again. Who was changed since stays, as with every undo; whom Apple refuses can be
 * undone another time.
 */
export const undoThroughApple = async (
  parts: AppleParts,
  act: Act,
  watched: WorkWatched,
): Asked => {
  const counted = act.records.find(({ isCount }) => isCount === true)?.id ?? '';
  const record = await readOne(parts.records, counted, 'volume-app');
  const app = record === undefined ? undefined : appAtApple(record);
  const { back } = await judgeAct(parts.records, act);
  const rows: readonly AppleRow[] = back
    .filter((record) => isOfKind(record, 'assigned-licence'))
    .filter(isFine)
    .map(rowOfLicence);
  if (app === undefined || rows.length === 0) return refuse('nothing-to-take-back');
  const is = act.kind === 'licences-given' ? 'take' : 'give';
  const left = [
    { part: licenceWish(is === 'take' ? 'disassociate' : 'associate', app.asset, rows) },
  ];
  return beginWork(parts, { is, token: act.apple ?? '', app, rows, undoes: act, left }, watched);
};

import type { Task } from '../api/event-status.ts';
import type { RequestUser } from '../api/requests.ts';
import type { PlannedTarget } from '../licence/assign-plan.ts';
import type { AssignedLicence } from '../licence/assigned-licence.ts';
import type { VolumeUser } from '../user/volume-user.ts';

/** One whom Apple is asked for: what is kept of them until it is over. Never a secret. */
export type AppleRow = {
  readonly to: 'user' | 'device';
  /** The name under which Apple knows them: `clientUserId` or serial number. */
  readonly target: string;
  readonly name: string;
  /** Id of the user's record; '' for devices, and for whoever is known by a licence alone. */
  readonly user: string;
  /** Id of the licence that is taken back, or that came back before and is given again. */
  readonly licence?: string | undefined;
};

/** One that is as it was wished; a user may have existed at Apple already. */
export type OkRow = AppleRow & { readonly existed?: true };

/** One that failed with a number of Apple's; 0 where it gave none. */
export type FailedRow = AppleRow & { readonly number: number };

/** What became of those whom Apple was asked for. */
export type RowOutcomes = {
  readonly ok: readonly OkRow[];
  readonly failed: readonly FailedRow[];
  /** Apple says that some failed, and not who. */
  readonly unclear: readonly AppleRow[];
};

/** Apple does not know the user at this location: making them there first helps (apple.md §2.7). */
export const UNKNOWN_USER = 9609;

/**
 * The name under which Apple knows a user: one that it was never told goes by the record's id, on
 * every device the same.
 */
export const appleNameOf = ({ id, data }: Pick<VolumeUser, 'id' | 'data'>): string =>
  data.clientUserId || id;

/**
 * Whether Apple confirmed a user as active; a user entered only by hand or in a list has to be
 * created first.
 */
export const isAtApple = ({ data: { clientUserId, said } }: Pick<VolumeUser, 'data'>): boolean =>
  clientUserId !== '' && (said?.status === 'registered' || said?.status === 'associated');

/** A user as Apple takes one. */
export const requestOf = (user: VolumeUser): RequestUser => ({
  clientUserId: appleNameOf(user),
  ...(user.data.email === '' ? {} : { email: user.data.email }),
});

/** The row of a user. */
export const rowOfUser = (user: VolumeUser): AppleRow => ({
  to: 'user',
  target: appleNameOf(user),
  user: user.id,
  name: user.data.name || user.data.email || appleNameOf(user),
});

/** The row of someone who is to get a licence. */
export const rowOfPlanned = ({ target, again }: PlannedTarget): AppleRow => ({
  ...(target.to === 'user'
    ? rowOfUser(target.user)
    : {
        to: 'device',
        target: target.serialNumber,
        name: target.name || target.serialNumber,
        user: '',
      }),
  ...(again === undefined ? {} : { licence: again.id }),
});

/** What is to be written down of a row that got one; undefined where its user is no longer here. */
export const planOfRow = (
  { to, target, name }: AppleRow,
  user: VolumeUser | undefined,
  again: AssignedLicence | undefined,
): PlannedTarget | undefined => {
  if (to === 'device')
    return {
      target: { to, serialNumber: target, name: name === target ? '' : name },
      notes: [],
      again,
    };
  return user === undefined ? undefined : { target: { to, user }, notes: [], again };
};

/** The row of a licence; without a target where nobody told Apple of it. */
export const rowOfLicence = ({
  id,
  data: { to, target, name, user },
}: AssignedLicence): AppleRow => ({
  to,
  target,
  user,
  licence: id,
  name: name || target,
});

/** What tells one row from another. */
export const rowKey = ({ to, target }: Pick<AppleRow, 'to' | 'target'>): string =>
  `${to}\n${target}`;

/** Whom a request for these rows names. */
export const targetsOf = (rows: readonly AppleRow[]) => ({
  clientUserIds: rows
    .filter(({ to, target }) => to === 'user' && target !== '')
    .map(({ target }) => target),
  serialNumbers: rows
    .filter(({ to, target }) => to === 'device' && target !== '')
    .map(({ target }) => target),
});

/** Someone of that name exists: what was asked for holds (apple.md §2.7). */
const EXISTS = 9716;

/** What Apple's tasks say of the rows that they are about, in the order of the rows. */
export const rowOutcomes = (rows: readonly AppleRow[], tasks: readonly Task[]): RowOutcomes => {
  const byKey = new Map(tasks.map((task) => [keyOfTask(task), task]));
  const [ok, failed, unclear]: [OkRow[], FailedRow[], AppleRow[]] = [[], [], []];
  for (const row of rows) {
    const task = byKey.get(rowKey(row));
    // Nobody told Apple of it.
    if (row.target === '' || task?.outcome === 'ok') ok.push(row);
    else if (task?.number === EXISTS) ok.push({ ...row, existed: true });
    else if (task?.outcome === 'failed') failed.push({ ...row, number: task.number ?? 0 });
    else if (task?.outcome === 'unclear') unclear.push(row);
  }
  return { ok, failed, unclear };
};

const keyOfTask = ({ target }: Task): string =>
  'serialNumber' in target
    ? rowKey({ to: 'device', target: target.serialNumber })
    : rowKey({ to: 'user', target: target.clientUserId });

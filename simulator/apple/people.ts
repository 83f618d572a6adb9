import { seeded } from './data/random.ts';
import type { User } from './data/snapshot.ts';
import type { RequestUser } from './event.ts';
import { takeAllBack } from './licences.ts';
import { activeUser, type Location, type World } from './world.ts';

/** Names an Apple account without telling it (apple.md §2.2). */
const hashOf = (account: string): string => {
  const random = seeded(
    [...account].reduce(
      (hash, letter) => Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 16_777_619),
      1,
    ),
  );
  return Array.from({ length: 28 }, () => LETTERS[Math.floor(random() * LETTERS.length)]).join('');
};

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/**
 * A managed account of the organisation is linked at once; a stranger's is not of it (9635). Its
 * domain is that of the users.
 */
const isOfOrganisation = (location: Location, account: string): boolean => {
  const domains = location.users.records.flatMap(({ email }) => email?.split('@')[1] ?? []);
  return domains.length === 0 || domains.includes(account.split('@')[1] ?? '');
};

/**
 * Links a user to an account. A retired record of the same account and id is then deleted, for good
 * (apple.md §2.2).
 */
const link = (location: Location, user: User, account: string): void => {
  user.status = 'Associated';
  user.idHash = hashOf(account);
  delete user.inviteCode;
  const former = location.users.records.filter(
    ({ clientUserId, status, idHash }) =>
      clientUserId === user.clientUserId && status === 'Retired' && idHash === user.idHash,
  );
  for (const record of former) record.status = 'Deleted';
  location.users.write([user, ...former]);
};

/** Creates a user: invited, or linked at once with a managed account. */
export const createUser = (
  world: World,
  location: Location,
  given: RequestUser,
): number | undefined => {
  const { clientUserId, email, managedAppleId } = given;
  if (activeUser(location, clientUserId) !== undefined) return 9716;
  if (managedAppleId !== undefined && !isOfOrganisation(location, managedAppleId)) return 9635;
  const inviteCode = world.newId().replaceAll('-', '');
  const user: User = {
    clientUserId,
    ...(email === undefined ? {} : { email }),
    status: 'Registered',
    inviteCode,
  };
  location.users.records.push(user);
  location.users.write([user]);
  if (managedAppleId !== undefined) link(location, user, managedAppleId);
  return undefined;
};

/** Changes a user's address, or links them. */
export const updateUser = (
  location: Location,
  { clientUserId, email, managedAppleId }: RequestUser,
) => {
  const user = activeUser(location, clientUserId);
  if (user === undefined) return 9609;
  if (managedAppleId !== undefined && !isOfOrganisation(location, managedAppleId)) return 9635;
  if (email !== undefined) user.email = email;
  location.users.write([user]);
  if (managedAppleId !== undefined) link(location, user, managedAppleId);
  return undefined;
};

/** Retires a user, whose licences that can be taken back go back. */
export const retireUser = (
  location: Location,
  { clientUserId }: RequestUser,
): number | undefined => {
  const user = activeUser(location, clientUserId);
  if (user === undefined) return 9609;
  user.status = 'Retired';
  delete user.inviteCode;
  location.users.write([user]);
  takeAllBack(location, { clientUserId });
  return undefined;
};

/** The person opens the invitation with an account of their own. */
export const acceptInvitation = (location: Location, clientUserId: string): boolean => {
  const user = activeUser(location, clientUserId);
  if (user?.status !== 'Registered') return false;
  link(location, user, `private-${clientUserId}`);
  return true;
};

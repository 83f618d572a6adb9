import type { Place } from '#programmes/apple-licences/rules/app/place.ts';
import type { AssignedLicence } from '#programmes/apple-licences/rules/licence/assigned-licence.ts';
import { licenceState } from '#programmes/apple-licences/rules/licence/licence-life.ts';
import type { VolumeUser } from '#programmes/apple-licences/rules/user/volume-user.ts';
import { byPlace } from './by-place.ts';
import type { IncomingLists } from '../plan/planned.ts';

/** Looks records up by id. */
export const atId = <R extends { readonly id: string }>(
  records: readonly R[],
): ((id: string) => R | undefined) => {
  const byId = new Map(records.map((record) => [record.id, record]));
  return (id) => byId.get(id);
};

/** Looks known users up by place and their number at Apple, or by their record. */
export const usersBy = (
  users: readonly VolumeUser[],
): ((place: Place, clientUserId: string) => VolumeUser | undefined) => {
  const named = byPlace(users, ({ data }) => data.clientUserId);
  // Who was written down by hand is made at Apple under the record's own id, which nobody else has.
  const unnamed = new Map(
    users.filter(({ data }) => data.clientUserId === '').map((user) => [user.id, user]),
  );
  return (place, clientUserId) => named(place, clientUserId) ?? unnamed.get(clientUserId);
};

/**
 * Looks live users up by address whom Apple does not know by a number, as far as is known here. One
 * that the file itself names by its record is made at Apple, and has that for its number.
 */
export const usersWithout = (
  users: readonly VolumeUser[],
  { rows }: IncomingLists,
): ((email: string) => readonly VolumeUser[]) => {
  const named = new Set(
    rows.flatMap((row) =>
      row.outcome === 'value' && row.is === 'user' ? [row.user.clientUserId] : [],
    ),
  );
  const found = new Map<string, VolumeUser[]>();
  for (const user of users) {
    const { clientUserId, email } = user.data;
    if (clientUserId !== '' || email === '' || user.trashedOn !== '' || named.has(user.id))
      continue;
    const same = found.get(email.toLowerCase());
    if (same === undefined) found.set(email.toLowerCase(), [user]);
    else same.push(user);
  }
  return (email) => found.get(email.toLowerCase()) ?? [];
};

/** Looks assigned licences up by app and by whoever has them. */
export const licencesBy = (
  licences: readonly AssignedLicence[],
): ((app: string, to: string, target: string) => AssignedLicence | undefined) => {
  const keyOf = (app: string, to: string, target: string): string => [app, to, target].join('\n');
  const found = new Map(
    licences.map((licence) => [
      keyOf(licence.parent, licence.data.to, licence.data.target),
      licence,
    ]),
  );
  return (app, to, target) => found.get(keyOf(app, to, target));
};

/**
 * Looks assigned licences up by app and the user's record; of several the one that someone has
 * before what is free, and that before the trash.
 */
export const licencesOfUsers = (
  licences: readonly AssignedLicence[],
): ((app: string, user: string) => AssignedLicence | undefined) => {
  const keyOf = (app: string, user: string): string => `${app}\n${user}`;
  const rankOf = ({ trashedOn, steps }: AssignedLicence): number =>
    trashedOn !== '' ? 0 : licenceState(steps) === 'free' ? 1 : 2;
  const found = new Map<string, AssignedLicence>();
  for (const licence of licences) {
    if (licence.data.user === '') continue;
    const key = keyOf(licence.parent, licence.data.user);
    const before = found.get(key);
    if (before === undefined || rankOf(licence) > rankOf(before)) found.set(key, licence);
  }
  return (app, user) => found.get(keyOf(app, user));
};

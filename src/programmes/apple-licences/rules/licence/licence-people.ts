import type { LicenceUser } from '../api/location-records.ts';

/** One person of a location: the record that holds now, and those before it. */
export type LicencePerson = {
  readonly clientUserId: string;
  /** The active record; absent when all are retired. */
  readonly active?: LicenceUser | undefined;
  readonly former: readonly LicenceUser[];
};

/**
 * The people behind a location's users, in the order in which they are first named. One
 * `clientUserId` may be retired and active at once: many records may be retired, at most one is
 * active (apple.md §2.2).
 */
export const peopleOf = (users: readonly LicenceUser[]): LicencePerson[] => {
  const people = new Map<string, LicenceUser[]>();
  for (const user of users)
    people.set(user.clientUserId, [...(people.get(user.clientUserId) ?? []), user]);
  return [...people].map(([clientUserId, records]) => {
    const active = records.findLast(isActive);
    const former = records.filter((record) => record !== active);
    return { clientUserId, former, ...(active === undefined ? {} : { active }) };
  });
};

/** A status that we do not know counts as active: someone may hold licences by it. */
export const isActive = ({ status }: Pick<LicenceUser, 'status'>): boolean =>
  status !== 'retired' && status !== 'deleted';

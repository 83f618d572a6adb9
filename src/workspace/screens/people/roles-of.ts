import type { Device } from '#workspace/rules/people/device.ts';
import type { LetIn } from '#data/sync/server/accounts-client.ts';
import type { Role } from '#data/sync/server/role.ts';

/**
 * What each person may do on the devices that are theirs: change, where one of these may; nothing
 * is said of who has none.
 */
export const rolesOf = (
  devices: readonly LetIn[],
  known: readonly Device[],
): ReadonlyMap<string, Role> => {
  const personOf = new Map(known.map(({ id, data }) => [id, data.person]));
  const roles = new Map<string, Role>();
  for (const { id, role } of devices) {
    const person = personOf.get(id) ?? '';
    if (person !== '' && roles.get(person) !== 'member') roles.set(person, role);
  }
  return roles;
};

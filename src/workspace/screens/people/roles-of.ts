import type { Device } from '#workspace/rules/people/device.ts';
import type { LetIn } from '#data/sync/server/accounts-client.ts';
import type { Role } from '#data/sync/server/role.ts';

/**
 * What each person may do on their devices: write, if one of these may; people without a device are
 * left out.
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

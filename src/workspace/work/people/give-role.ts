import { ok, type Problem, type Result } from '#core/result.ts';
import type { DoorProblem, LetIn } from '#data/sync/server/accounts-client.ts';
import type { Role } from '#data/sync/server/role.ts';

/** The devices that the server lets in, as they were last looked at. */
type DevicesIn = {
  readonly all: readonly LetIn[];
  /** Why they are not known; undefined where they are. */
  readonly problem: DoorProblem['code'] | undefined;
  look(): Promise<void>;
  setRole(id: string, role: Role): Promise<DoorProblem['code'] | undefined>;
};

type Back = () => Promise<DoorProblem | Problem<'changed-since'> | undefined>;

/**
 * Gives a device another role; answers what gives it the one before, unless someone gave it another
 * since, or shut it out.
 */
export const giveRole = async (
  devices: DevicesIn,
  { id, role: was }: Pick<LetIn, 'id' | 'role'>,
  role: Role,
): Promise<Result<Back, DoorProblem>> => {
  const refused = await devices.setRole(id, role);
  if (refused !== undefined) return { ok: false, problem: { code: refused } };
  return ok(async () => {
    await devices.look();
    if (devices.problem !== undefined) return { code: devices.problem };
    const isAsGiven = devices.all.some((device) => device.id === id && device.role === role);
    if (!isAsGiven) return { code: 'changed-since' };
    const problem = await devices.setRole(id, was);
    return problem === undefined ? undefined : { code: problem };
  });
};

import type { Assignment } from './data/snapshot.ts';
import type { AssetName, Target, Task } from './event.ts';
import { activeUser, assetKey, assetOf, type Location } from './world.ts';

const holds = (assignment: Assignment, asset: AssetName, target: Target): boolean =>
  assetKey(assignment) === assetKey(asset) &&
  assignment.serialNumber === target.serialNumber &&
  assignment.clientUserId === target.clientUserId;

const isHeld = (location: Location, asset: AssetName, target: Target): boolean =>
  location.assignments.records.some((assignment) => holds(assignment, asset, target));

/**
 * The number that a target fails with before anything is counted: a user must be there and active
 * (9609).
 */
export const targetProblem = (location: Location, { clientUserId }: Target): number | undefined =>
  clientUserId !== undefined && activeUser(location, clientUserId) === undefined ? 9609 : undefined;

/** Gives a licence. Who has one already needs no other. */
export const give = (location: Location, { asset: named, target }: Task): number | undefined => {
  const problem = targetProblem(location, target);
  if (problem !== undefined || named === undefined) return problem;
  const asset = assetOf(location, named);
  if (asset === undefined) return 9602;
  if (isHeld(location, named, target)) return undefined;
  if (asset.availableCount <= 0) return 9709;
  asset.assignedCount += 1;
  asset.availableCount -= 1;
  const assignment = { adamId: asset.adamId, pricingParam: asset.pricingParam, ...target };
  location.assignments.records.push(assignment);
  location.assignments.write([assignment]);
  location.assets.write([asset]);
  return undefined;
};

/** Takes a licence back. What nobody has is gone already. */
export const takeBack = (
  location: Location,
  { asset: named, target }: Task,
): number | undefined => {
  const asset = named === undefined ? undefined : assetOf(location, named);
  if (named === undefined || asset === undefined) return 9602;
  const { records } = location.assignments;
  const at = records.findIndex((assignment) => holds(assignment, named, target));
  if (at < 0) return undefined;
  records.splice(at, 1);
  asset.assignedCount -= 1;
  asset.availableCount += 1;
  location.assignments.write([]);
  location.assets.write([asset]);
  return undefined;
};

/** Takes back all that can be taken back from a target (`assets/revoke`). */
export const takeAllBack = (location: Location, target: Target): void => {
  const held = location.assignments.records.filter(
    (assignment) =>
      assignment.serialNumber === target.serialNumber &&
      assignment.clientUserId === target.clientUserId,
  );
  for (const assignment of held)
    if (assetOf(location, assignment)?.revocable === true)
      takeBack(location, { asset: assignment, target });
};

/**
 * The tasks of the apps that have too few licences for all who are to get one: with `whole-asset`
 * none of them is done.
 */
export const tasksOfShortAssets = (location: Location, tasks: readonly Task[]): readonly Task[] => {
  const wanting = tasks.filter(
    ({ asset, target }) =>
      asset !== undefined &&
      targetProblem(location, target) === undefined &&
      !isHeld(location, asset, target),
  );
  const byAsset = Map.groupBy(wanting, ({ asset }) => (asset === undefined ? '' : assetKey(asset)));
  return [...byAsset.values()].flatMap((same) => {
    const [first] = same;
    const left =
      first?.asset === undefined ? 0 : (assetOf(location, first.asset)?.availableCount ?? 0);
    return same.length > left ? same : [];
  });
};

import { ownEntry } from '#core/own-entry.ts';
import type { ActedOn } from '#core/record/act.ts';
import type { Doing } from '#core/record/kind.ts';
import type { VolymRecord } from '#core/record/record.ts';
import type { Records } from '#data/records/records.ts';
import { upkeep as vip } from './adobe-vip/upkeep.ts';
import { upkeep as credit } from './apple-credit/upkeep.ts';
import { upkeep as licences } from './apple-licences/upkeep.ts';
import type { AnyProblem } from './any-problem.ts';
import { byKind } from './by-kind.ts';
import type { FollowedRecords, KindUpkeep, OpenMending, Upkeep } from './upkeep.ts';

/** What each programme does about its records. A fourth adds its line. */
const all: readonly Upkeep[] = [credit, licences, vip];

const ofKinds = byKind<Upkeep, KindUpkeep>(all, ({ ofKind }) => ofKind);

/** What is done about records of a kind; nothing where its programme has nothing to do. */
export const upkeepOf = (kind: string): KindUpkeep => ownEntry(ofKinds, kind) ?? {};

/** Asks the kinds of some records one after the other, until one answers why not. */
const firstProblem = async (
  records: readonly VolymRecord[],
  ask: (
    upkeep: KindUpkeep,
    ofKind: readonly VolymRecord[],
  ) => Promise<AnyProblem | undefined> | undefined,
): Promise<AnyProblem | undefined> => {
  for (const [kind, those] of Map.groupBy(records, (record) => record.kind)) {
    const problem = await ask(upkeepOf(kind), those);
    if (problem !== undefined) return problem;
  }
  return undefined;
};

/** Why records stay in the trash; undefined where all may come out. */
export const whyStayThrown = (
  records: Pick<Records, 'find'>,
  thrown: readonly VolymRecord[],
): Promise<AnyProblem | undefined> =>
  firstProblem(thrown, ({ whyStays }, those) => whyStays?.(records, those));

/** Does what else is to be done once records are out of the trash; answers why it could not. */
export const cameBack = (
  records: Records,
  restored: readonly VolymRecord[],
): Promise<AnyProblem | undefined> =>
  firstProblem(restored, (upkeep, those) => upkeep.cameBack?.(records, those));

/** Does the same once they are in the trash again, since that was undone. */
export const wentAgain = async (records: Records, ids: readonly string[]): Promise<void> => {
  const laid = [...(await records.many(ids)).values()];
  await firstProblem(laid, async (upkeep, those) => {
    await upkeep.wentAgain?.(records, those);
    return undefined;
  });
};

/**
 * Updates records from what is under them, whatever programme they are of. Returns the ids of those
 * that changed; `as` gives the steps their own ids.
 */
export const letFollow = async (
  records: FollowedRecords,
  parents: readonly string[],
  as?: (doing: Doing) => Doing,
): Promise<readonly string[]> => {
  const followed: string[] = [];
  for (const upkeep of all)
    followed.push(...((await upkeep.letFollow?.(records, parents, as)) ?? []));
  return followed;
};

/**
 * Joins records again to those that they were joined to before they were taken out of the trash.
 */
export const joinAnew = async (
  records: Records,
  lay: readonly ActedOn[],
): Promise<AnyProblem | undefined> => {
  for (const upkeep of all) {
    const problem = await upkeep.joinAnew?.(records, lay);
    if (problem !== undefined) return problem;
  }
  return undefined;
};

/** Loads what repairs that two devices left apart, of all programmes in one. */
export const loadMending = async (): Promise<OpenMending> => {
  const opening = await Promise.all(
    all.flatMap(({ mending }) => (mending === undefined ? [] : [mending()])),
  );
  return (collection, mayWrite) => {
    const opened = opening.map((open) => open(collection, mayWrite));
    return {
      mend: async () => (await Promise.all(opened.map((each) => each.mend()))).flat(),
      stop: () => {
        for (const each of opened) each.stop();
      },
    };
  };
};

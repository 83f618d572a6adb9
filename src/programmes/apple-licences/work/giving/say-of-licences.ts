import { doingOfAct, type Act, type ActKind } from '#core/record/act.ts';
import { takeLicencesBack } from '#programmes/apple-licences/rules/app/app-commands.ts';
import { isForKeeps } from '#programmes/apple-licences/rules/licence/assign-plan.ts';
import { canSay, sayOfLicence } from '#programmes/apple-licences/rules/licence/licence-commands.ts';
import type { Day } from '#core/day/day.ts';
import type { LicenceResult } from '#programmes/apple-licences/rules/licence/licence-problem.ts';
import { ok, refuse } from '#core/result.ts';
import { beginAct, forgetAct, keptAct, type ActStore } from '#data/acts/acts.ts';
import { settleCount } from '#data/acts/count-of-act.ts';
import type { Watched } from '#data/records/in-chunks.ts';
import type { ThroughApple } from './give-licences.ts';
import { onKind } from '#data/records/on-kind.ts';
import { readMany, readOne } from '#data/records/read-under.ts';

/** How licences come back: taken by hand, or since the app is gone from the device. */
export type WayBack = 'taken-back' | 'app-gone';

const ACTS: Readonly<Record<WayBack, ActKind>> = {
  'taken-back': 'licences-taken-back',
  'app-gone': 'apps-gone',
};

/** What is recorded on many licences of an app. */
export type Coming = {
  readonly app: string;
  readonly ids: readonly string[];
  readonly kind: WayBack;
  readonly on: Day;
  /** What the history says where fewer came back than were counted. */
  readonly reason: string;
} & ThroughApple;

/**
 * Takes back licences of one app. The licences are written first and the count after them: if
 * interrupted anywhere, no licence is promised that someone still has. Refused as a whole if
 * assignments are permanent. An interrupted act continues.
 */
export const bringBack = async (
  store: ActStore,
  { app: appId, ids, kind, on, reason, apple, begun, sentAt }: Coming,
  watched: Watched = {},
): Promise<LicenceResult<{ readonly act: Act; readonly count: number }>> => {
  const { records } = store;
  const app = await readOne(records, appId, 'volume-app');
  if (app === undefined) return refuse('record-is-gone');
  if (kind === 'taken-back' && isForKeeps(app.data)) return refuse('stays-for-good');
  const here = await readMany(records, ids, 'assigned-licence');
  const may = [...here.values()].filter((licence) => canSay(licence, kind)).map(({ id }) => id);
  const isResumed = (await keptAct(store, begun)) !== undefined;
  if (!isResumed) {
    if (may.length === 0) return refuse('nothing-to-take-back');
    const fits =
      sentAt === undefined ? takeLicencesBack(app, may.length, records.doing()) : ok(app);
    if (!fits.ok) return fits;
  }
  const acted = [{ id: appId, isCount: true } as const, ...may.map((id) => ({ id }))];
  const act = await beginAct(store, ACTS[kind], acted, { apple, id: begun });
  const refused = await records.changeMany(
    may,
    onKind('assigned-licence', (licence, doing) =>
      sayOfLicence(licence, { kind, on }, doingOfAct(act, doing)),
    ),
    watched,
  );
  const count = may.length - refused.size;
  const [problem] = refused.values();
  if (count === 0 && !isResumed) {
    await forgetAct(store, act);
    return problem === undefined ? refuse('nothing-to-take-back') : { ok: false, problem };
  }
  if (!isResumed && sentAt === undefined)
    await records.change(
      appId,
      onKind('volume-app', (now, doing) => takeLicencesBack(now, count, doingOfAct(act, doing))),
    );
  await settleCount(records, act, reason, sentAt);
  return ok({ act, count });
};

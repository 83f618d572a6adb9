import { doingOfAct, type Act, type ActedOn } from '#core/record/act.ts';
import { giveLicences } from '#programmes/apple-licences/rules/app/app-commands.ts';
import type { PlannedTarget } from '#programmes/apple-licences/rules/licence/assign-plan.ts';
import { licenceKey } from '#programmes/apple-licences/import/match/keys.ts';
import {
  giveAgain,
  newLicence,
} from '#programmes/apple-licences/rules/licence/licence-commands.ts';
import type { LicenceResult } from '#programmes/apple-licences/rules/licence/licence-problem.ts';
import { ok } from '#core/result.ts';
import { beginAct, forgetAct, keptAct, type ActStore } from '#data/acts/acts.ts';
import { settleCount } from '#data/acts/count-of-act.ts';
import type { Watched } from '#data/records/in-chunks.ts';
import type { Vault } from '#data/vault/vault.ts';
import { onKind } from '#data/records/on-kind.ts';

/**
 * What licences are given with: ids are made of the app and who gets one, so that two devices meet
 * (docs/decisions/apps.md).
 */
export type Giving = ActStore & { readonly vault: Pick<Vault, 'keyedId'> };

/**
 * Through what licences are given or taken back at Apple too: the token, the id of the act, which
 * may be begun already, and the moment (ms) when Apple was asked where a source has counted since
 * then what it did.
 */
export type ThroughApple = {
  readonly apple?: string | undefined;
  readonly begun?: string | undefined;
  readonly sentAt?: number | undefined;
};

/** What was given: the act with its way back, and to how many. */
export type Given = { readonly act: Act; readonly count: number };

/** Under which id a licence is kept: the one that an import gives it too. */
export const licenceIdOf = (
  { vault }: Pick<Giving, 'vault'>,
  app: string,
  { target, again }: PlannedTarget,
): Promise<string> => {
  if (again !== undefined) return Promise.resolve(again.id);
  const named =
    target.to === 'device' ? target.serialNumber : target.user.data.clientUserId || target.user.id;
  return vault.keyedId(...licenceKey(app, target.to, named));
};

/**
 * Gives a licence to each of those planned. The app's count goes first and all at once: it refuses
 * when fewer are free by now, and cut off anywhere no licence is promised twice. Who got one
 * meanwhile in another tab is left out of the count. `apple` is the token through which Apple gave
 * them, `begun` the id of the act: where it was cut off, it goes on, and its count is settled at
 * the end.
 */
export const giveToAll = async (
  giving: Giving,
  app: string,
  planned: readonly PlannedTarget[],
  {
    reason,
    apple,
    begun,
    sentAt,
    ...watched
  }: Watched & ThroughApple & { readonly reason: string },
): Promise<LicenceResult<Given>> => {
  const { records } = giving;
  const byId = new Map<string, PlannedTarget>();
  for (const target of planned) byId.set(await licenceIdOf(giving, app, target), target);
  const here = await records.many([...byId.keys()]);
  const acted = [...byId.keys()].map((id): ActedOn => {
    const before = here.get(id);
    if (before === undefined) return { id, isMade: true };
    return before.trashedOn === '' ? { id } : { id, isMade: true, trashedOn: before.trashedOn };
  });
  const isResumed = (await keptAct(giving, begun)) !== undefined;
  const named = { apple, id: begun };
  const act = await beginAct(
    giving,
    'licences-given',
    [{ id: app, isCount: true }, ...acted],
    named,
  );
  if (!isResumed && sentAt === undefined) {
    const counted = await records.change(
      app,
      onKind('volume-app', (now, doing) => giveLicences(now, byId.size, doingOfAct(act, doing))),
    );
    if (!counted.ok) {
      await forgetAct(giving, act);
      return counted;
    }
  }
  const count = await write(giving, { act, app, byId, here: new Set(here.keys()), watched });
  const stand = await settleCount(records, act, reason, sentAt);
  if (stand === 0) await forgetAct(giving, act);
  return ok({ act, count });
};

type Writing = {
  readonly act: Act;
  readonly app: string;
  readonly byId: ReadonlyMap<string, PlannedTarget>;
  readonly here: ReadonlySet<string>;
  readonly watched: Watched;
};

const write = async (
  { records }: Giving,
  { act, app, byId, here, watched }: Writing,
): Promise<number> => {
  const moment = records.doing();
  const drafts = [...byId]
    .filter(([id]) => !here.has(id))
    .map(([id, { target }]) => newLicence({ id, app, target }, doingOfAct(act, moment)));
  const made = await records.insert(drafts, watched);
  const again = [...here];
  const refused = await records.changeMany(
    again,
    onKind('assigned-licence', (licence, doing) =>
      giveAgain(licence, (byId.get(licence.id) as PlannedTarget).target, doingOfAct(act, doing)),
    ),
    {
      ...watched,
      onProgress: (done) => watched.onProgress?.(drafts.length + done),
    },
  );
  return made.length + again.length - refused.size;
};

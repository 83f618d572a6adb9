import { doingOfAct, type Act, type ActedOn } from '#core/record/act.ts';
import type { Intent } from '#programmes/apple-licences/rules/deployment/app-deployment.ts';
import {
  changeIntent,
  deploy,
  type Deploying,
  type DeploymentInput,
} from '#programmes/apple-licences/rules/deployment/deployment-commands.ts';
import {
  sayOfLicence,
  type LicenceStepKind,
} from '#programmes/apple-licences/rules/licence/licence-commands.ts';
import type { LicenceResult } from '#programmes/apple-licences/rules/licence/licence-problem.ts';
import { ok } from '#core/result.ts';
import { beginAct, forgetAct, type ActStore } from '#data/acts/acts.ts';
import type { Watched } from '#data/records/in-chunks.ts';
import { onKind } from '#data/records/on-kind.ts';

/** What a deployment says of licences as it is made or changed (`licencesMoved`). */
export type Moved = { readonly kind: LicenceStepKind; readonly ids: readonly string[] };

/** What was deployed: the act with its way back, the deployment, and how many licences it moved. */
export type Deployed = { readonly act: Act; readonly id: string; readonly count: number };

/** Makes a deployment, and says of the licences it moves what becomes of them. */
export const makeDeployment = async (
  store: ActStore,
  { id, input, ...deploying }: Deploying & { readonly id: string; readonly input: DeploymentInput },
  moved: Moved,
  watched: Watched = {},
): Promise<LicenceResult<Deployed>> => {
  const { records } = store;
  const fits = deploy(id, input, deploying, records.doing());
  if (!fits.ok) return fits;
  const act = await beginAct(store, 'deployed', [{ id, isMade: true }, ...moved.ids.map(acted)]);
  const draft = deploy(id, input, deploying, doingOfAct(act, records.doing()));
  const written = draft.ok ? await records.create(draft.value) : draft;
  if (!written.ok) {
    await forgetAct(store, act);
    return written;
  }
  return ok({ act, id, count: await move(store, act, moved, watched) });
};

/** Makes a deployment do something else, and says of the licences it moves what becomes of them. */
export const redeploy = async (
  store: ActStore,
  { id, intent, was }: { readonly id: string; readonly intent: Intent; readonly was: Intent },
  moved: Moved,
  watched: Watched = {},
): Promise<LicenceResult<Deployed>> => {
  const act = await beginAct(store, 'deployed', [
    { id, was: { intent: was } },
    ...moved.ids.map(acted),
  ]);
  const answer = await store.records.change(
    id,
    onKind('app-deployment', (deployment, doing) =>
      changeIntent(deployment, intent, doingOfAct(act, doing)),
    ),
  );
  if (!answer.ok) {
    await forgetAct(store, act);
    return answer;
  }
  return ok({ act, id, count: await move(store, act, moved, watched) });
};

const acted = (id: string): ActedOn => ({ id });

const move = async (
  { records }: ActStore,
  act: Act,
  { kind, ids }: Moved,
  watched: Watched,
): Promise<number> => {
  const refused = await records.changeMany(
    ids,
    onKind('assigned-licence', (licence, doing) =>
      sayOfLicence(licence, { kind, on: doing.today }, doingOfAct(act, doing)),
    ),
    watched,
  );
  return ids.length - refused.size;
};

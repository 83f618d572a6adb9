import { accountsEditionOf } from '#programmes/apple-licences/rules/editions.ts';
import type { AppDeployment } from '#programmes/apple-licences/rules/deployment/app-deployment.ts';
import type { ListDesk } from '../match/desk.ts';
import { deploymentKey } from '../match/keys.ts';
import type { ListValue } from '../read/values.ts';
import { appMeant } from './app-rows.ts';
import type { DeploymentPlan, PlannedListRow } from './planned.ts';

type DeploymentRow = Extract<ListValue, { is: 'deployment' }>;

/**
 * One assignment of an app in Intune: a deployment to a group. Of the group the list gives only the
 * id, which is what it is called here, too.
 */
export const planDeploymentRow = (desk: ListDesk, given: DeploymentRow): PlannedListRow => {
  const { sheet, row, line, assignment } = given;
  const { intent, group } = assignment;
  const place = desk.places.of(given);
  const app = appMeant(desk, place, line, row);
  const shown = {
    sheet,
    row,
    is: 'deployment' as const,
    parent: '',
    name: app?.name ?? (line.name || line.adamId),
    location: place.location,
    deployment: assignment,
    changes: [],
    notes: [],
  };
  const found = app === undefined ? undefined : deploymentMeant(desk, app.id, group);
  if (app === undefined || found === undefined)
    return { ...shown, outcome: 'unreadable', why: { code: 'record-not-understood' } };
  const { id, known } = found;
  const named = { ...shown, parent: id };
  if (desk.named.has(id))
    return { ...named, outcome: 'duplicate', why: { code: 'group-named-before' } };
  desk.named.add(id);
  const plan = { id, app: app.id, row, name: shown.name, intent };
  const lay = (state: DeploymentPlan['state'], data: DeploymentPlan['data']): void =>
    void desk.deployments.set(id, { ...plan, state, data });
  if (known === undefined) {
    const edition = accountsEditionOf(desk.known.edition);
    lay('new', { v: 1, name: group, group, users: {}, intent, edition });
    return { ...named, outcome: 'new', state: 'new', notes: [{ code: 'group-is-an-id' }] };
  }
  const isSame = known.data.intent === intent;
  const data = isSame ? {} : { intent };
  if (known.trashedOn !== '') {
    lay('restored', data);
    return { ...named, outcome: 'new', state: 'restored' };
  }
  if (isSame) return { ...named, outcome: 'same', state: 'existing' };
  lay('existing', data);
  const changes = [{ field: 'intent' as const, from: known.data.intent, to: intent }];
  return { ...named, outcome: 'changed', state: 'existing', changes };
};

/** Undefined if something else is in its place, or a newer app wrote it. */
const deploymentMeant = (
  { known }: ListDesk,
  app: string,
  group: string,
): { readonly id: string; readonly known: AppDeployment | undefined } | undefined => {
  const id = known.idOf(deploymentKey(app, group));
  if (known.strange.has(id)) return undefined;
  const under = (known.deployments ?? []).filter(
    (one) => one.parent === app && one.data.group === group,
  );
  const there =
    under.find(({ trashedOn }) => trashedOn === '') ?? under.find((one) => one.id === id);
  return { id: there?.id ?? id, known: there };
};

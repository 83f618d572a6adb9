import { fieldsToWrite, originAt, stepToWrite, type Import } from '#core/import/imported-change.ts';
import type { Data, Draft, VolymRecord } from '#core/record/record.ts';
import type { Step } from '#core/record/step.ts';
import type { ImportedChange } from '#core/import/import-run.ts';
import type { AssignedLicenceData } from '#programmes/apple-licences/rules/licence/assigned-licence.ts';
import type { DeploymentPlan, InstallPlan, LicencePlan, RecordPlan, TokenPlan } from './planned.ts';
import { dataFrom, fieldsOf } from '#core/record/fields.ts';

/**
 * Sets the moment of what a source said to the time of writing: earlier changes by hand no longer
 * count.
 */
const dated = <D>(data: Partial<D>, { doing }: Import): Partial<D> =>
  Object.fromEntries(
    Object.entries(data).map(([field, value]) => [
      field,
      isFromSource(field, value) ? { ...value, at: doing.now } : value,
    ]),
  ) as Partial<D>;

const isFromSource = (field: string, value: unknown): value is object =>
  (field === 'said' || field === 'installs') && value !== undefined;

/** A new app or user. */
export const recordToWrite = <D extends Data>(
  { id, row, data }: RecordPlan<D>,
  kind: 'volume-app' | 'volume-user',
  work: Import,
): Draft => ({
  id,
  kind,
  programme: 'apple-licences',
  parent: '',
  steps: [],
  data: dataFrom({ ...dated(data, work), origin: originAt(row, work) }),
});

/** A token that a list named: without its file, and owned by who read the list. */
export const tokenToWrite = (plan: TokenPlan, work: Import): Draft => ({
  id: plan.id,
  kind: 'content-token',
  programme: 'apple-licences',
  parent: '',
  steps: tokenSteps(plan, work),
  data: dataFrom({ ...plan.data, owner: work.doing.by, origin: originAt(plan.row, work) }),
});

/** What a list found out of a token, as its steps. */
export const tokenSteps = ({ steps }: TokenPlan, work: Import): Step[] =>
  steps.map((step) => stepToWrite({ on: work.doing.today, ...step }, work));

/** A new deployment of an app. */
export const deploymentToWrite = (plan: DeploymentPlan, work: Import): Draft => ({
  id: plan.id,
  kind: 'app-deployment',
  programme: 'apple-licences',
  parent: plan.app,
  steps: [deploymentStep(plan, work)],
  data: dataFrom({ ...plan.data, owner: work.doing.by, origin: originAt(plan.row, work) }),
});

/** That a deployment is made, made again, or does something else now. */
export const deploymentStep = ({ state, intent }: DeploymentPlan, work: Import): Step => {
  const kind = state === 'existing' ? 'intent-changed' : 'deployed';
  return stepToWrite({ kind, on: work.doing.today, data: { intent } }, work);
};

/** What differs of a record that exists, with its values before and after. */
export const listFields = <D extends Data>(
  before: VolymRecord,
  { data }: RecordPlan<D>,
  work: Import,
): ImportedChange['fields'] => fieldsToWrite(fieldsOf(before.data), dated(data, work));

/** A licence that someone has. A list does not say since when: it has no step. */
export const licenceToWrite = (
  { id, app, row, data }: LicencePlan,
  work: Import,
): Draft<AssignedLicenceData> => ({
  id,
  kind: 'assigned-licence',
  programme: 'apple-licences',
  parent: app,
  steps: [],
  data: { v: 1, ...data, origin: originAt(row, work) },
});

/** The state of an installation, with its former value. */
export const installToWrite = (
  before: Pick<VolymRecord, 'data'>,
  { install }: InstallPlan,
  { doing }: Import,
): ImportedChange['fields'] => {
  const { install: from = '' } = fieldsOf(before.data);
  return { install: { from, to: { ...install, at: doing.now } } };
};

/** The step of a licence that a list names again, or that a whole list no longer names. */
export const licenceStep = (kind: 'assigned' | 'not-listed', work: Import): Step =>
  stepToWrite({ kind, on: work.doing.today }, work);

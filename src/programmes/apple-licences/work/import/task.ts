import { asSame } from '#core/import/planned-row.ts';
import { recordBack, type Import } from '#core/import/imported-change.ts';
import type {
  ListPlan,
  PlannedListRow,
  RecordPlan,
} from '#programmes/apple-licences/import/plan/planned.ts';
import {
  deploymentStep,
  deploymentToWrite,
  installToWrite,
  licenceStep,
  licenceToWrite,
  listFields,
  recordToWrite,
  tokenSteps,
  tokenToWrite,
} from '#programmes/apple-licences/import/plan/writes.ts';
import type { Data, Draft, VolymRecord } from '#core/record/record.ts';
import type { Step } from '#core/record/step.ts';
import {
  plannedChange,
  plannedRun,
  type ImportTask,
  type Later,
  type PlannedChange,
  type Really,
  type Writes,
} from '#data/import/import-task.ts';
import type { LicenceDryRun } from './trial.ts';
import type { Written } from '#data/import/undo/take-back.ts';

/** Lists of licences, as the machine writes them. */
export const licenceTask = (dryRun: LicenceDryRun): ImportTask => {
  const before = recordsBefore(dryRun);
  return {
    file: dryRun.file,
    rows: dryRun.plan.rows,
    size: sizeOf(dryRun.plan),
    prepare: (work) => prepareWrites(dryRun, before, work),
    saw: new Map(dryRun.known.licences.map((licence) => [licence.id, licence])),
    orders: [],
    really: (writes, written) => reallyWritten(dryRun, writes, written),
    mappings: dryRun.waiting.mapped.filter(({ mapping }) => Object.keys(mapping).length > 0),
  };
};

type Before = ReadonlyMap<string, VolymRecord>;

const recordsBefore = ({ known }: LicenceDryRun): Before => {
  const before = new Map<string, VolymRecord>();
  const { apps, users, licences, tokens, deployments = [] } = known;
  for (const record of [...apps, ...users, ...licences, ...tokens, ...deployments])
    before.set(record.id, record);
  return before;
};

/** Brought back and changed are two writes. */
const sizeOf = ({ apps, users, licences, installs, tokens, deployments, gone }: ListPlan): number =>
  [...apps, ...users, ...tokens, ...deployments].reduce(
    (sum, { state, data }) => sum + (isBackAndChanged(state, data) ? 2 : 1),
    0,
  ) +
  licences.length +
  installs.length +
  gone.length;

const isBackAndChanged = (state: string, data: object): boolean =>
  state === 'restored' && Object.keys(data).length > 0;

const prepareWrites = ({ plan, waiting }: LicenceDryRun, before: Before, work: Import): Writes => {
  const fresh: Draft[] = [];
  const restored: Draft[] = [];
  const changes: PlannedChange[] = [];
  const lay = <D extends Data>(
    planned: readonly RecordPlan<D>[],
    kind: 'volume-app' | 'volume-user',
  ): void => {
    for (const plan of planned) {
      const known = before.get(plan.id);
      if (known === undefined) fresh.push(recordToWrite(plan, kind, work));
      if (known !== undefined && plan.state === 'restored')
        restored.push(recordBack(known, plan.row, work));
      if (known !== undefined && Object.keys(plan.data).length > 0)
        changes.push(
          plannedChange({ id: plan.id, fields: listFields(known, plan, work) }, [], known),
        );
    }
  };
  lay(plan.users, 'volume-user');
  lay(plan.apps, 'volume-app');
  const step = (id: string, kind: 'assigned' | 'not-listed'): void =>
    void changes.push(plannedChange({ id, fields: {} }, [licenceStep(kind, work)], before.get(id)));
  for (const { id, state } of plan.licences) if (state === 'again') step(id, 'assigned');
  for (const id of plan.gone) step(id, 'not-listed');
  for (const install of plan.installs) {
    const known = before.get(install.id);
    if (known === undefined) continue;
    changes.push(
      plannedChange({ id: install.id, fields: installToWrite(known, install, work) }, [], known),
    );
  }
  const tokens = noted(plan.tokens, before, work, { draft: tokenToWrite, steps: tokenSteps });
  const deployed = noted(plan.deployments, before, work, {
    draft: deploymentToWrite,
    steps: (one) => [deploymentStep(one, work)],
  });
  fresh.push(...tokens.fresh);
  restored.push(...tokens.restored, ...deployed.restored);
  changes.push(...tokens.changes, ...deployed.changes);
  const { newUnder, backUnder } = licenceWrites(plan, before, work);
  const back = [...restored, ...backUnder].flatMap(({ id }) => before.get(id) ?? []);
  const sheet = waiting.sheets[0]?.kind;
  const parents = parentsOf(plan);
  const freed = plan.gone.length;
  const newPlaces = plan.newPlaces.map(({ name }) => name);
  const record = plannedRun(work, plan, {
    sheet,
    fresh: [...fresh, ...deployed.fresh],
    restored,
    changes,
    back,
    parents,
    freed,
    newPlaces,
  });
  // Each is written once its app is there.
  const under = deployed.fresh.map(later);
  return { fresh, restored, changes, newUnder: [...newUnder, ...under], backUnder, record };
};

/** A draft that is made already. */
const later = (draft: Draft): Later => ({ id: draft.id, draft: () => Promise.resolve(draft) });

/** What is written of tokens or deployments, which say with steps what happened to them. */
const noted = <D extends Data, Plan extends RecordPlan<D>>(
  plans: readonly Plan[],
  before: Before,
  work: Import,
  make: {
    readonly draft: (plan: Plan, work: Import) => Draft;
    readonly steps: (plan: Plan, work: Import) => readonly Step[];
  },
): Pick<Writes, 'fresh' | 'restored' | 'changes'> => {
  const fresh: Draft[] = [];
  const restored: Draft[] = [];
  const changes: PlannedChange[] = [];
  for (const plan of plans) {
    const known = before.get(plan.id);
    if (known === undefined) {
      fresh.push(make.draft(plan, work));
      continue;
    }
    if (plan.state === 'restored') restored.push(recordBack(known, plan.row, work));
    const [fields, steps] = [listFields(known, plan, work), make.steps(plan, work)];
    if (Object.keys(fields).length > 0 || steps.length > 0)
      changes.push(plannedChange({ id: plan.id, fields }, steps, known));
  }
  return { fresh, restored, changes };
};

/** Apps under which licences come. */
const parentsOf = ({ licences }: ListPlan): string[] => [
  ...new Set(licences.filter(({ state }) => state !== 'again').map(({ app }) => app)),
];

const licenceWrites = ({ licences }: ListPlan, before: Before, work: Import) => {
  const inTurn = (id: string, draft: () => Draft): Later => ({
    id,
    draft: () => Promise.resolve(draft()),
  });
  return {
    newUnder: licences
      .filter(({ state }) => state === 'new')
      .map((plan) => inTurn(plan.id, () => licenceToWrite(plan, work))),
    backUnder: licences.flatMap(({ id, state, row }) => {
      const known = before.get(id);
      return state === 'restored' && known !== undefined
        ? [inTurn(id, () => recordBack(known, row, work))]
        : [];
    }),
  };
};

/** A row whose record another tab or device was quicker to write is the same. */
const reallyWritten = ({ plan }: LicenceDryRun, writes: Writes, written: Written): Really => {
  const made = new Set([...written.fresh, ...written.back]);
  const changed = writes.changes.flatMap(({ id }) => written.changes.get(id) ?? []);
  const touched = new Set([...made, ...changed.map(({ id }) => id)]);
  const filled = new Set(plan.licences.filter(({ id }) => touched.has(id)).map(({ app }) => app));
  // A row that brings no licence may say of its app that it becomes the list's.
  const isOfLicence = ({ is, changes }: PlannedListRow): boolean =>
    is === 'assignment' && !changes.some(({ field }) => field === 'facts');
  const isWritten = (row: PlannedListRow): boolean =>
    (isOfLicence(row) ? filled : touched).has(row.parent);
  const rows = plan.rows.map((row) =>
    (row.outcome === 'new' || row.outcome === 'changed') && !isWritten(row) ? asSame(row) : row,
  );
  const deployed = plan.deployments
    .filter(({ id, state }) => state === 'new' && made.has(id))
    .map(({ id }) => id);
  const only = (drafts: readonly Draft[]): string[] =>
    drafts.map(({ id }) => id).filter((id) => made.has(id));
  return {
    rows,
    changed,
    created: [...only(writes.fresh), ...deployed],
    restored: only(writes.restored),
    parents: parentsOf(plan).filter((id) => filled.has(id)),
    ...(plan.gone.length === 0 ? {} : { freed: plan.gone.filter((id) => touched.has(id)).length }),
  };
};

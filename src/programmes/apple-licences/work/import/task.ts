import { countRows } from '#core/import/planned-row.ts';
import { recordBack, type Import } from '#core/import/imported-change.ts';
import { listMapping } from '#programmes/apple-licences/import/read/remembered.ts';
import type {
  ListPlan,
  PlannedListRow,
  RecordPlan,
} from '#programmes/apple-licences/import/plan/planned.ts';
import {
  installToWrite,
  licenceStep,
  licenceToWrite,
  listFields,
  recordToWrite,
} from '#programmes/apple-licences/import/plan/writes.ts';
import type { Data, Draft, VolymRecord } from '#core/record/record.ts';
import type { ImportRunData } from '#core/import/import-run.ts';
import {
  plannedChange,
  plannedRun,
  type ImportTask,
  type Later,
  type PlannedChange,
  type Writes,
} from '#data/import/import-task.ts';
import type { LicenceDryRun } from './trial.ts';
import type { Written } from '#data/import/undo/take-back.ts';

/** Lists of licences, as the machine writes them. */
export const licenceTask = (dryRun: LicenceDryRun): ImportTask => {
  const before = recordsBefore(dryRun);
  return {
    file: dryRun.file,
    size: sizeOf(dryRun.plan),
    prepare: (work) => prepareWrites(dryRun, before, work),
    saw: new Map(dryRun.known.licences.map((licence) => [licence.id, licence])),
    orders: [],
    really: (writes, written) => reallyWritten(dryRun, writes, written),
    mappings: dryRun.waiting.sheets
      .map(listMapping)
      .filter(({ mapping }) => Object.keys(mapping).length > 0),
  };
};

type Before = ReadonlyMap<string, VolymRecord>;

const recordsBefore = ({ known }: LicenceDryRun): Before => {
  const before = new Map<string, VolymRecord>();
  for (const record of [...known.apps, ...known.users, ...known.licences])
    before.set(record.id, record);
  return before;
};

/** Brought back and changed are two writes. */
const sizeOf = ({ apps, users, licences, installs, gone }: ListPlan): number =>
  [...apps, ...users].reduce(
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
  const { newUnder, backUnder } = licenceWrites(plan, before, work);
  const back = [...restored, ...backUnder].flatMap(({ id }) => before.get(id) ?? []);
  const sheet = waiting.sheets[0]?.kind;
  const parents = parentsOf(plan);
  const freed = plan.gone.length;
  const { newPlaces } = plan;
  const record = plannedRun(work, plan, {
    sheet,
    fresh,
    restored,
    changes,
    back,
    parents,
    freed,
    newPlaces,
  });
  return { fresh, restored, changes, newUnder, backUnder, record };
};

/** Apps under which licences come. */
const parentsOf = ({ licences }: ListPlan): string[] => [
  ...new Set(licences.filter(({ state }) => state !== 'again').map(({ app }) => app)),
];

const licenceWrites = ({ licences }: ListPlan, before: Before, work: Import) => {
  const later = (id: string, draft: () => Draft): Later => ({
    id,
    draft: () => Promise.resolve(draft()),
  });
  return {
    newUnder: licences
      .filter(({ state }) => state === 'new')
      .map((plan) => later(plan.id, () => licenceToWrite(plan, work))),
    backUnder: licences.flatMap(({ id, state, row }) => {
      const known = before.get(id);
      return state === 'restored' && known !== undefined
        ? [later(id, () => recordBack(known, row, work))]
        : [];
    }),
  };
};

/** A row whose record another tab or device was quicker to write is the same. */
const reallyWritten = (
  { plan }: LicenceDryRun,
  writes: Writes,
  written: Written,
): Partial<ImportRunData> => {
  const made = new Set([...written.fresh, ...written.back]);
  const changed = writes.changes.flatMap(({ id }) => written.changes.get(id) ?? []);
  const touched = new Set([...made, ...changed.map(({ id }) => id)]);
  const filled = new Set(plan.licences.filter(({ id }) => touched.has(id)).map(({ app }) => app));
  // A row that brings no licence may say of its app that it becomes the list's.
  const isOfLicence = ({ is, changes }: PlannedListRow): boolean =>
    is === 'assignment' && !changes.some(({ field }) => field === 'facts');
  const isWritten = (row: PlannedListRow): boolean =>
    (isOfLicence(row) ? filled : touched).has(row.parent);
  const counts = countRows(
    plan.rows.map((row) =>
      (row.outcome === 'new' || row.outcome === 'changed') && !isWritten(row)
        ? { outcome: 'same' }
        : row,
    ),
  );
  const only = (drafts: readonly Draft[]): string[] =>
    drafts.map(({ id }) => id).filter((id) => made.has(id));
  return {
    counts,
    changed,
    created: only(writes.fresh),
    restored: only(writes.restored),
    parents: parentsOf(plan).filter((id) => filled.has(id)),
    ...(plan.gone.length === 0 ? {} : { freed: plan.gone.filter((id) => touched.has(id)).length }),
  };
};

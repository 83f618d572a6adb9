import { kinds as vip } from './adobe-vip/ground/kinds.ts';
import { kinds as credit } from './apple-credit/ground/kinds.ts';
import { kinds as licences } from './apple-licences/ground/kinds.ts';
import type { Kind } from '#core/record/kind.ts';
import { device } from '#workspace/rules/people/device.ts';
import { person } from '#workspace/rules/people/person.ts';
import { importRun } from '#core/import/import-run.ts';
import { ownEntry } from '#core/own-entry.ts';
import type { Programme, VolymRecord } from '#core/record/record.ts';
import { MOST_STEPS, STEPS_FOR_YEARS, type Step } from '#core/record/step.ts';
import { haveStepData } from '#core/record/step-data.ts';
import { keyring } from '#workspace/rules/vault/keyring.ts';
import { workspace } from '#workspace/rules/settings/workspace.ts';

/** The kinds that all programmes share. What of them not even that can be read is listed nowhere. */
export const sharedKinds = {
  person,
  device,
  workspace,
  keyring,
  'import-run': importRun,
} satisfies Readonly<Record<string, Pick<Kind, 'id'> & { readonly programme: 'workspace' }>>;

/**
 * THE list of record kinds. A fourth programme adds its own here, and nothing in storage, sync or
 * worker.
 */
export const kinds = { ...credit, ...licences, ...vip, ...sharedKinds };

/** Id of a kind this app knows. */
export type KindId = keyof typeof kinds;

/** Id of a kind that all programmes share. */
export type SharedKindId = keyof typeof sharedKinds;

/** Id of a kind of one of the programmes: its records can be thrown into the trash. */
export type ProgrammeKindId = Exclude<KindId, SharedKindId>;

/** Id of a kind of one programme. */
export type KindIdOf<P extends Programme> = {
  [Id in KindId]: (typeof kinds)[Id]['programme'] extends P ? Id : never;
}[KindId];

/** What is told of kinds, by their ids. */
export type ByKind<Entry, Id extends KindId = KindId> = { readonly [Each in Id]?: Entry };

/** The kind by its id, or undefined when a newer app made the record. */
export const kindOf = (id: string): Kind | undefined => ownEntry<Kind>(kinds, id);

/**
 * Whether a record's content has a form that this app knows: its own version's, or a newer one's
 * that only added to it. A record of a newer version may contain anything.
 */
export const hasKnownForm = ({
  kind: id,
  data,
  steps,
}: Pick<VolymRecord, 'kind' | 'data' | 'steps'>): boolean => {
  const kind = kindOf(id);
  if (kind === undefined) return false;
  return (
    data.v <= kind.version || (kind.schema.safeParse(data).success && haveKnownSteps(kind, steps))
  );
};

/**
 * Whether the steps of a record are no more than an app writes of that kind, and carry what one
 * writes into them.
 */
export const haveKnownSteps = (
  { mostSteps = MOST_STEPS, stepData }: Kind,
  steps: readonly Step[],
): boolean =>
  steps.length <= mostSteps && (stepData === undefined || haveStepData(stepData, steps));

/**
 * How many steps a record of that kind may have. For an unknown kind a newer app knows better.
 */
export const mostStepsOf = (id: string): number => {
  const kind = kindOf(id);
  return kind === undefined ? STEPS_FOR_YEARS : (kind.mostSteps ?? MOST_STEPS);
};

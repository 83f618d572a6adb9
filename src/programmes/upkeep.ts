import type { ActedOn } from '#core/record/act.ts';
import type { Doing } from '#core/record/kind.ts';
import type { VolymRecord } from '#core/record/record.ts';
import type { CommonProblem, Problem } from '#core/result.ts';
import type { RecordCollection } from '#data/records/database.ts';
import type { Records } from '#data/records/records.ts';
import type { AnyCode, AnyProblem, OwnCode } from './any-problem.ts';
import type { BesideField, RuleSettings } from './ground.ts';
import type { KindId } from './kinds.ts';

/** The records as what follows others needs them. */
export type FollowedRecords = Pick<Records, 'many' | 'find' | 'changeMany' | 'doing'>;

/** Repairs what two devices left apart, from when it is opened until it is stopped. */
export type Mending = {
  /** To be called when everything is in step. Returns what was written again. */
  mend(): Promise<string[]>;
  stop(): void;
};

/** Opens it on a store; on a device that only reads it writes nothing. */
export type OpenMending = (collection: RecordCollection, mayWrite: () => boolean) => Mending;

/**
 * What is done about records of a kind when the store brings them, or asks about them; `Code` is
 * what only they are refused with.
 */
export type KindUpkeep<Code extends AnyCode = AnyCode> = {
  /** Why records must not come out of the trash; undefined where they may. */
  readonly whyStays?: (
    records: Pick<Records, 'find'>,
    thrown: readonly VolymRecord[],
  ) => Promise<Problem<Code | CommonProblem['code']> | undefined>;
  /** What else is done once records came out of the trash; why it could not be. */
  readonly cameBack?: (
    records: Records,
    restored: readonly VolymRecord[],
  ) => Promise<Problem<Code | CommonProblem['code']> | undefined>;
  /** The same once they went back into the trash, since that was undone. */
  readonly wentAgain?: (records: Records, laid: readonly VolymRecord[]) => Promise<void>;
  /** What the form of a record would know besides the field being written. */
  readonly besideField?: (
    records: Pick<Records, 'find'>,
    id: string,
    field: string,
    chosen: RuleSettings['editions'],
  ) => Promise<BesideField>;
};

/**
 * What a programme does about its records when the store or the sync moves them (`upkeep.ts` of the
 * programme): its use cases, each loaded once it is needed. Apart from the contract, which is drawn
 * with, since the store knows no screens.
 */
export type Upkeep<Id extends KindId = KindId> = {
  readonly ofKind?: { readonly [Each in Id]?: KindUpkeep<OwnCode<Each>> };
  /**
   * Updates records from what is under them. Returns the ids of those that changed; `as` gives the
   * steps their own ids.
   */
  readonly letFollow?: (
    records: FollowedRecords,
    parents: readonly string[],
    as?: (doing: Doing) => Doing,
  ) => Promise<readonly string[]>;
  /** Joins to others what was joined to them before it was taken out of the trash. */
  readonly joinAnew?: (
    records: Records,
    lay: readonly ActedOn[],
  ) => Promise<AnyProblem | undefined>;
  readonly mending?: () => Promise<OpenMending>;
};

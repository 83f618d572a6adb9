import type { Day } from '#core/day/day.ts';
import type { Changed, ChangeTakenBack } from '#core/record/changed.ts';
import type { Doing } from '#core/record/kind.ts';
import type { Data, Draft, Programme } from '#core/record/record.ts';
import type { Edition } from '#core/edition.ts';
import type { CommonProblem, Problem, Result } from '#core/result.ts';
import type { VipProblem } from '#programmes/adobe-vip/rules/vip-problem.ts';
import type { CreditProblem } from '#programmes/apple-credit/rules/credit-problem.ts';
import type { AppProblem } from '#programmes/apple-licences/rules/app/app-problem.ts';
import type { LicenceProblem } from '#programmes/apple-licences/rules/licence/licence-problem.ts';
import type { TokenProblem } from '#programmes/apple-licences/rules/token/token-problem.ts';
import type { WorkspaceData } from '#workspace/rules/settings/workspace.ts';
import type { Editing, EditUndoing } from '#programmes/adobe-vip/rules/customer/edit-customer.ts';
import type { VolumeApp } from '#programmes/apple-licences/rules/app/volume-app.ts';
import type { KindId } from './kinds.ts';
import type { DataOf, RecordOf } from './record-of.ts';

/** A field as it is to be; `reason` stands where the trade asks for one. */
export type WrittenField = {
  readonly field: string;
  readonly value: unknown;
  readonly reason: string;
};

/**
 * What the form of a field knows beside its record: what is under a customer, the other
 * customers, the workspace's editions, the first day on which a code of an order was used, and the
 * apps that are here.
 */
export type BesideField = Pick<Editing, 'placed' | 'chosen'> &
  Pick<EditUndoing, 'others'> & { readonly firstUse?: Day; readonly apps?: readonly VolumeApp[] };

/**
 * Why a field is not written by hand: what its form says, which has a sentence for each, and that
 * it has none.
 */
export type FieldProblem = Problem<
  | (
      AppProblem | CommonProblem | CreditProblem | LicenceProblem | TokenProblem | VipProblem
    )['code']
  | 'name-needed'
  | 'not-an-address'
  | 'text-too-long'
  | 'not-an-ordinary-field'
>;

/** How the fields of a kind are written by hand. */
export type Writer<Id extends string> = {
  /** The fields that a person writes in a form. */
  readonly fields: readonly string[];
  write(
    record: RecordOf<Id>,
    written: WrittenField,
    doing: Doing,
    beside: BesideField,
  ): Result<Draft, FieldProblem>;
  /** Takes back what was written with all that came along with it, where that was more. */
  takeBack?(
    record: RecordOf<Id>,
    changed: Changed<DataOf<Id>>,
    doing: Doing,
    beside: BesideField,
  ): ChangeTakenBack<Data, FieldProblem>;
};

/**
 * The writer of each kind (`ground/written.ts`); undefined where no form writes a field of it. It
 * comes with a history or a question, and not with the kinds, which every screen loads.
 */
export type Written<Id extends KindId> = { readonly [One in Id]: Writer<One> | undefined };

/** What of a workspace's settings tells which rules hold there. */
export type RuleSettings = Pick<WorkspaceData, 'accountsEdition' | 'editions'>;

/**
 * A rule of which several editions are in use, so that a person must say which of them holds for
 * them today (X15; `ground/asked.ts`, where a programme has such rules).
 */
export type AskedRule = {
  /** Who manages this is asked. */
  readonly programme: Programme;
  /** What there is to choose from, the seed's own first. */
  readonly answers: readonly Edition[];
  /** The edition that holds in a workspace, chosen or the seed's own. */
  readonly today: (settings: RuleSettings) => string;
  /** Whether someone has said it. */
  readonly isSaid: (settings: RuleSettings) => boolean;
  /** The settings that keep an answer. */
  readonly say: (edition: string, settings: RuleSettings) => RuleSettings;
};

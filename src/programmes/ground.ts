import type { Day } from '#core/day/day.ts';
import type { FormerPlace } from '#core/import/import-run.ts';
import type { KeptReason, Undoing } from '#core/import/why-stays.ts';
import type { Act, ActedOn } from '#core/record/act.ts';
import type { Changed, ChangeTakenBack } from '#core/record/changed.ts';
import type { Doing } from '#core/record/kind.ts';
import type { Data, Draft, Programme, VolymRecord } from '#core/record/record.ts';
import type { Edition } from '#core/edition.ts';
import type { Step } from '#core/record/step.ts';
import type { CommonProblem, Problem, Result } from '#core/result.ts';
import type { AppProblem } from '#programmes/apple-licences/rules/app/app-problem.ts';
import type { WorkspaceData } from '#workspace/rules/settings/workspace.ts';
import type { Editing, EditUndoing } from '#programmes/adobe-vip/rules/customer/edit-customer.ts';
import type { VolumeApp } from '#programmes/apple-licences/rules/app/volume-app.ts';
import type { AnyCode, OwnCode } from './any-problem.ts';
import type { ByKind, KindId } from './kinds.ts';
import type { AskedOfKind, DataOf, RecordOf } from './record-of.ts';

/** A field as it is to be; `reason` is there where the trade asks for one. */
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
export type FieldProblem<Code extends AnyCode = AnyCode> = Problem<
  Code | CommonProblem['code'] | 'not-an-ordinary-field'
>;

/** How the fields of a kind are written by hand; `Code` is what its form refuses with. */
export type Writer<Id extends string, Code extends AnyCode = AnyCode> = {
  /** The fields that a person writes in a form. */
  readonly fields: readonly string[];
  write(
    record: RecordOf<Id>,
    written: WrittenField,
    doing: Doing,
    beside: BesideField,
  ): Result<Draft, FieldProblem<Code>>;
  /** Takes back what was written with all that came along with it, where that was more. */
  takeBack?(
    record: RecordOf<Id>,
    changed: Changed<DataOf<Id>>,
    doing: Doing,
    beside: BesideField,
  ): ChangeTakenBack<Data, FieldProblem<Code>>;
};

/**
 * The writer of each kind (`ground/written.ts`); undefined where no form writes a field of it. It
 * comes with a history or a question, and not with the kinds, which every screen loads.
 */
export type Written<Id extends KindId> = {
  readonly [Kind in Id]: Writer<Kind, OwnCode<Kind>> | undefined;
};

/**
 * Records that are money by themselves, without a last day (`ground/codes.ts`, where a programme
 * has such): what they are in goes for good only by hand, and not at all once one of them was used.
 */
export type Codes<Id extends KindId> = {
  readonly kind: Id;
  /** Whether something was done with one that must be known for good (A6, X9). */
  readonly hasLog: (code: Pick<VolymRecord, 'steps'>) => boolean;
};

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
  readonly isSet: (settings: RuleSettings) => boolean;
  /** The settings that keep an answer. */
  readonly say: (edition: string, settings: RuleSettings) => RuleSettings;
};

/**
 * Merges two values of a field by their content, not by who wrote last: the result is the same in
 * any order and however often they are merged. Undefined if one is not understood: then the newer
 * one wins.
 */
export type Join = (left: unknown, right: unknown) => unknown;

/** Fields of a kind that meet so; they have no history. */
export type Joins<Field extends string = string> = { readonly [One in Field]?: Join };

/**
 * How two entries of a map become a third, against the one that both know; undefined where one is
 * not understood.
 */
export type EntryJoin = (left: unknown, right: unknown, base: unknown) => unknown;

/** Maps of a kind whose entries meet so. */
export type EntryJoins<Field extends string = string> = { readonly [One in Field]?: EntryJoin };

type Fields = Readonly<Record<string, unknown>>;

/** Fields that belong together, such as an anniversary and what it was counted from. */
export type FieldsTogether<Field extends string = string> = {
  /** The one that the others come with, first. */
  readonly fields: readonly [Field, ...Field[]];
  /**
   * Those of them that no person enters: they come from the side whose first field is kept, and
   * never raise a question.
   */
  readonly silent: readonly Field[];
  /**
   * What is in all of them, by what two sides say and what both last agreed on, where that is
   * known; undefined where it cannot be told, so that someone is asked.
   */
  readonly stands: (left: Fields, right: Fields, base?: Fields) => Fields | undefined;
  /**
   * Whether `stands` decides wherever two sides differ in them, not only where there would be a
   * question.
   */
  readonly isWhole?: true;
};

/**
 * The fields of two copies that met, some of them by what the steps of both say; the steps meet
 * without a doubt.
 */
export type MetBySteps = (met: Fields, steps: readonly Step[], sides: readonly Fields[]) => Fields;

/** How two copies of a record are brought together, where the newer value does not just win. */
export type Joining<Field extends string = string> = {
  /** The fields that meet by what they say. */
  readonly fields?: Joins<Field>;
  /** The maps whose entries are merged by their content, rather than kept as a whole. */
  readonly entries?: EntryJoins<Field>;
  readonly together?: readonly FieldsTogether<Field>[];
  /** How fields follow the steps. */
  readonly bySteps?: MetBySteps;
};

/**
 * How records of a programme's kinds meet (`ground/joins.ts`, where one has such kinds). It comes
 * with what brings two copies together, and not with the kinds, which every screen loads.
 */
export type Joined<Id extends KindId> = {
  readonly [One in Id]?: Joining<keyof DataOf<One> & string>;
};

/**
 * The fields of kinds that are one saying: undone they return together or not at all
 * (`ground/returned-together.ts`, where a programme has such kinds).
 */
export type ReturnedTogether<Id extends KindId> = ByKind<readonly (readonly string[])[], Id>;

/** The undo of an import, and where a record was before the import brought it back. */
export type UndoingOf = Undoing & { readonly former?: FormerPlace | undefined };

/** What the undo of an import asks about records under others, such as codes under an order. */
export type UnderOthers<Id extends KindId> = {
  /** The kinds whose records come and go with what they are under. */
  readonly kinds: readonly Id[];
  /** Why a record stays for what was done with it, where a kind says that by itself. */
  readonly whyStays?: {
    readonly [One in Id]?: AskedOfKind<One, KeptReason | undefined, [since: UndoingOf]>;
  };
  /** Whether a record is someone's, of the kinds that may come back from whoever had one. */
  readonly isHeld?: { readonly [One in Id]?: AskedOfKind<One, boolean> };
};

/**
 * Why a record of a kind stays for what is left under it, and why where someone had that and all of
 * it came back.
 */
export type KeptBy<Id extends KindId> = ByKind<
  { readonly left: KeptReason; readonly cameBack?: KeptReason },
  Id
>;

/** What stays when an import is undone (`ground/undone-imports.ts`, where records lie under others). */
export type UndoneImports<Id extends KindId> = {
  readonly underOthers: UnderOthers<Id>;
  /** Why what they are under stays for them. */
  readonly keptBy: KeptBy<Id>;
};

/** Why a count is not settled. */
export type ActCountProblem = Problem<AppProblem['code'] | CommonProblem['code']>;

/** How a record counts those of an act on many (`ground/act-counts.ts`, where one does). */
export type ActCount<Id extends string = string> = {
  /**
   * Makes the count match the `standing` records that are as the act wrote them; `sentAt` (ms) is
   * when it was done elsewhere, if a source may have counted it since.
   */
  settle(
    record: RecordOf<Id>,
    act: Pick<Act, 'id' | 'kind'>,
    settled: {
      readonly standing: number;
      readonly reason: string;
      readonly sentAt?: number | undefined;
    },
    doing: Doing,
  ): Result<Draft, ActCountProblem>;
  /** For how many records an undo finds room; no limit where it needs none. */
  room(record: RecordOf<Id>, act: Pick<Act, 'id'>): number;
};

/** The kinds that count. */
export type ActCounts<Id extends KindId> = { readonly [One in Id]?: ActCount<One> };

/**
 * What else is concerned when a record comes out of the trash, or goes from there for good
 * (`ground/from-trash.ts`, where more is than the record itself).
 */
export type FromTrash<Id extends string = string> = {
  /** The kinds of what went to the trash with it on the same day, and comes back with it. */
  readonly goesWith?: readonly KindId[];
  /** Id of a record that it needs beside its parent; '' for none. */
  needs?(record: RecordOf<Id>): string;
  /** What of it an undo must know, since it changes as it comes out. */
  was?(record: RecordOf<Id>): ActedOn['was'];
  /** The kinds of what is under it and goes for good after it: they say nothing without it. */
  readonly takesAlong?: readonly KindId[];
};

/** The kinds that say so. */
export type FromTrashOf<Id extends KindId> = { readonly [One in Id]?: FromTrash<One> };

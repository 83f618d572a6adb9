import type { Component } from 'svelte';
import type { IconComponent } from '#ui/controls/icon.ts';
import type { App } from '#ui/app.svelte.ts';
import type { AboutProgramme, Catalogues, Refusals, Texts, RecordWords } from '#ui/text.ts';
import type { CreditCatalogues } from './apple-credit/words/catalogues.ts';
import type { Example } from '#core/example.ts';
import type { Language } from '#core/language/language.ts';
import type { Act } from '#core/record/act.ts';
import type { OfKind } from '#core/record/of-kind.ts';
import type { ProgrammeId, VolymRecord } from '#core/record/record.ts';
import type { Importing } from '#workspace/screens/import/importing.ts';
import type { Imported } from '#workspace/screens/import/run/imported.ts';
import type { RulePages } from '#workspace/screens/rules/rule-page.ts';
import type { HomeRow } from '#workspace/rules/reminders/home.ts';
import type { ByKind, KindId, KindIdOf, SharedKindId } from './kinds.ts';
import type { AskedOfKind } from './record-of.ts';

type Shell = Texts['shell'];

/** A place that the frame leads to, before it knows what else lights it. */
export type Place = {
  readonly id: string;
  /** On the tab bar. */
  readonly tab: string;
  /** Where the tab's name is too short for the sidebar. */
  readonly name?: string;
  readonly href: string;
  readonly icon: IconComponent;
  /** After `g`, these letters lead there. */
  readonly letters: readonly string[];
};

/** The first step of a programme: what it is made of. */
export type NewThing = {
  readonly label: string;
  /** What comes of it, where it is the only one. */
  readonly sentence: string;
};

/** As much of a record as its address needs. */
export type Addressed = Pick<VolymRecord, 'id' | 'kind'> &
  Partial<Pick<VolymRecord, 'parent' | 'trashedOn'>>;

/** The screen that shows a record of a kind; undefined where none does. */
export type ScreenOf = (record: Addressed) => string | undefined;

/** The kinds whose records no screen shows: they are told beside others, or nowhere. */
type KindWithoutScreen = 'price-list-item' | 'keyring' | 'import-run';

/** The screens of kinds: each has one, but for those that are told to have none. */
export type Screens<Id extends KindId> = {
  readonly [Each in Exclude<Id, KindWithoutScreen>]: ScreenOf;
};

/** The screens of what no programme has. */
export type SharedScreens = Screens<SharedKindId>;

/** What of the words a record's name may use. */
export type NameWords = Pick<Texts, 'recordWords' | 'history' | 'format'>;

/** What a record of a kind is called where it is alone; '' where it has no name of its own. */
export type NameOf<Id extends string = string> = AskedOfKind<Id, string, [words: NameWords]>;

/** The texts of areas by their names: those that all may read, and those of one programme alone. */
export type Areas = Partial<Catalogues & CreditCatalogues>;

/** What is shown of a record beside home's list, and the words that it needs there. */
export type Pane = {
  readonly load: () => Promise<{ readonly default: Component<{ readonly id: string }> }>;
  readonly words: (language: Language) => Promise<Areas>;
};

/** Whoever holds a record that may name nobody itself. */
export type Holder<Id extends string = string> = {
  /** Id of the holder's record; '' where the record names one itself, or knows none. */
  readonly of: AskedOfKind<Id, string>;
  readonly name: OfKind<string>;
};

/** What a programme itself asks about a record of its own: whether it is another that is here. */
export type SameQuestion<Id extends string = string> = {
  /** Id of the record that it may be; '' where nothing is asked. */
  readonly meets: AskedOfKind<Id, string>;
  /** The row on the record's screen that leads to the question. */
  readonly door: () => Promise<{ readonly default: Component<{ readonly record: VolymRecord }> }>;
  readonly question: () => Promise<{
    readonly default: Component<{
      readonly younger: VolymRecord;
      readonly older: VolymRecord;
      readonly onanswered: () => void;
    }>;
  }>;
};

/** What records of a kind are called. */
export type KindWords = {
  readonly name: string;
  /** Those that an import brought; '' where none brings them. */
  readonly imported: string;
  /** What takes one out of the trash. */
  readonly restore: string;
};

/** The words for a programme’s records, with those that name them. */
export type OwnRecordWords = Partial<Omit<RecordWords, 'restore'>> & {
  readonly texts?: Areas;
};

/** Puts rows among those of home that no record's deadline tells. */
export type ShowRows = (rows: readonly HomeRow[]) => void;

/** Undoes at another place, too, what was done there, and says what became of it. */
export type UndoElsewhere = (
  app: App,
  held: Pick<App, 'records' | 'workspaceId' | 'vault'>,
  act: Act,
) => Promise<void>;

/**
 * The identity of a programme's records: used where records of all kinds are described or undone,
 * and not by home.
 */
export type IdentityOf<P extends ProgrammeId> = {
  /** The sign of each of its kinds. */
  readonly icons: { readonly [Id in KindIdOf<P>]: IconComponent };
  /** How a record of a kind is called, where its own name, file, Apple ID or number is not enough. */
  readonly names?: { readonly [Id in KindIdOf<P>]?: NameOf<Id> };
  /** The kinds whose records may name nobody, and are then called by whoever holds them. */
  readonly heldBy?: { readonly [Id in KindIdOf<P>]?: Holder<Id> };
  /** The record that one of a kind turned out to be; '' for none. */
  readonly joinedTo?: { readonly [Id in KindIdOf<P>]?: AskedOfKind<Id, string> };
  /** What it asks about records of a kind by itself. */
  readonly sameAs?: { readonly [Id in KindIdOf<P>]?: SameQuestion<Id> };
};

/** Who the records of any programme are. */
export type Identity = { [P in ProgrammeId]: IdentityOf<P> }[ProgrammeId];

/**
 * What the house asks of a programme once the first paint is over: apart from the rest of it, which
 * home is drawn with.
 */
export type OnDemand<Id extends string = string> = {
  /** What it shows in the example workspace. */
  readonly example: () => Promise<{ readonly example: Example }>;
  /** What goes on while a workspace is open and nobody waits for it, until the signal comes. */
  readonly whileOpen?: () => Promise<{
    readonly workWhileOpen: (app: App, show: ShowRows, signal: AbortSignal) => void;
  }>;
  /** What undoes an act that was done somewhere else, too; undefined of what was done here alone. */
  readonly undoElsewhere?: (act: Act) => UndoElsewhere | undefined;
  /** What its records are called, of each of its kinds. */
  readonly kinds: (language: Language) => Promise<{ readonly [One in Id]: KindWords }>;
  /** The words for its records wherever all kinds appear. */
  readonly recordWords: (language: Language) => Promise<OwnRecordWords>;
  /** What its records are refused with: it comes with the first refusal that is shown elsewhere. */
  readonly refusals: () => Promise<{
    readonly refusals: ByKind<(language: Language) => Promise<Refusals>>;
  }>;
  /** What is managed in it, for those who choose, and what is asked about its rules. */
  readonly about: (language: Language) => Promise<AboutProgramme>;
  /** What explains those of its rules that have a page, by the rule's id. */
  readonly rules?: () => Promise<{ readonly rulePages: RulePages<Areas> }>;
  /** Its section among the settings of the workspace, and the words of it. */
  readonly settings?: {
    readonly section: () => Promise<{ readonly default: Component }>;
    readonly words: (language: Language) => Promise<Areas>;
  };
  /** How its files are tried out, written and told: it comes with the first file. */
  readonly importing?: () => Promise<{ readonly importing: Importing }>;
  /** How it tells what an import brought. */
  readonly imported?: () => Promise<{ readonly imported: Imported }>;
};

/**
 * What the house knows of a programme. Whatever the frame, home, the trash or the history shows of
 * one is asked here, and nowhere by its name.
 */
export type ContractOf<P extends ProgrammeId> = {
  readonly id: P;
  readonly icon: IconComponent;
  /** The heading of the sidebar under which its places are. */
  readonly group: Exclude<keyof Shell['groups'], 'workspace'>;
  /** Its places; on a phone the others lie under the first. */
  readonly places: (words: Shell['places']) => readonly [Place, ...Place[]];
  readonly made: (words: Shell['deadlines']) => NewThing;
  /** Where that is made. */
  readonly newAt: string;
  /** What `n` makes below an address, the narrower first; nothing where that is undefined. */
  readonly madeAt: readonly (readonly [at: string, makes: string | undefined])[];
  /** The screen of each of its kinds that has one. */
  readonly screens: Screens<KindIdOf<P>>;
  /** Where a deadline of a kind leads, if not to its screen. */
  readonly dueAt?: ByKind<(id: string) => string, KindIdOf<P>>;
  /** The kinds that can be shown beside home's list. */
  readonly besideHome?: ByKind<Pane, KindIdOf<P>>;
  /** How home says that the last day of a certain deadline is over. */
  readonly missed: keyof Pick<Shell['deadlines'], 'expired' | 'lastDay'>;
  /** All that the first paint does without. */
  readonly onDemand: () => Promise<{ readonly onDemand: OnDemand }>;
};

/** The contract of any programme. */
export type ProgrammeContract = { [P in ProgrammeId]: ContractOf<P> }[ProgrammeId];

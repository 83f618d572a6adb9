import type { Sentence, Sentences } from '#core/language/sentence.ts';
import type { ImportedChange, ImportedField, ImportRun } from '#core/import/import-run.ts';
import type { Language } from '#core/language/language.ts';
import type { VolymRecord } from '#core/record/record.ts';
import type { KindId } from '#programmes/kinds.ts';
import type { AskedOfKind } from '#programmes/record-of.ts';
import type { Texts } from '#ui/text.ts';

/** Where a record leads to; undefined where it leads nowhere. */
export type LeadsTo = (record: Pick<VolymRecord, 'id' | 'parent'>) => string | undefined;

/** A record below another that an import brought or changed. */
export type Came = {
  readonly record: VolymRecord;
  /** It is there because of the import. */
  readonly isBrought: boolean;
  /** What the import changed of it; undefined where it changed nothing. */
  readonly change: ImportedChange | undefined;
};

/** What a record is called by: its title, and the name of what it is under; '' for none. */
export type NameParts = { readonly title: string; readonly parent: string };

/** The name of a record of a kind in the description of what an import brought. */
export type NameHere<Id extends string = string> = AskedOfKind<
  Id,
  string,
  [parts: NameParts, text: Texts]
>;

/** What is told of a record of a kind beside its name. */
export type AboutHere<Id extends string = string> = AskedOfKind<Id, string, [text: Texts]>;

/** What an import did to records below another, told by how many there are. */
export type SentenceBelow = {
  counts(came: Came, run: ImportRun): boolean;
  say(count: number, text: Texts): string;
};

/** The description of a record by what came below it. */
export type Below = {
  readonly sentences: readonly SentenceBelow[];
  /** The text if there is nothing below it. */
  none?(text: Texts): string;
};

/** What a field was and became, in words; '' where that is nothing to tell. */
export type FieldInWords = (
  field: string,
  change: ImportedField,
  text: Texts,
) => string | undefined;

/** Sentences by the code of why a row was left out: a run that is over may have others, too. */
export type Reasons = Readonly<Record<string, Sentence>>;

/** Why its files are not read, beside what holds for all files. */
type OwnProblems<Own extends string> = [Own] extends [never]
  ? { problems?(text: Texts): Sentences<string> }
  : { problems(text: Texts): Sentences<Own> };

/**
 * How a programme tells what an import brought, and why a file or a row of it was not read. Apart
 * from `Importing`, which reads and writes: who looks at an import that is over needs none of that.
 */
export type Imported<As extends string = string, Own extends string = never> = OwnProblems<Own> & {
  /** What its sheets are read as, in words, of each that its reader says. */
  readAs(language: Language): Promise<Readonly<Record<As, string>>>;
  /** The words that come with a file. */
  words(language: Language): Promise<Partial<Texts>>;
  /** Why rows were left out, beside what holds for all files. */
  reasons?(text: Texts): Reasons;
  /** What a record is called here, where its title is not enough. */
  readonly names?: { readonly [Id in KindId]?: NameHere<Id> };
  /** Where a record leads to here, where that is not the screen it has anywhere. */
  readonly leadsTo?: { readonly [Id in KindId]?: LeadsTo };
  readonly below?: { readonly [Id in KindId]?: Below };
  /** What is worth knowing of a record beside its name, as a sum; '' for nothing. */
  readonly about?: { readonly [Id in KindId]?: AboutHere<Id> };
  /**
   * What a field with parts of its own was and became; undefined of one that is told like any other.
   */
  readonly fields?: { readonly [Id in KindId]?: FieldInWords };
  /** The text for a record that the import changed, if it differs from the usual one. */
  readonly changes?: {
    readonly [Id in KindId]?: (change: ImportedChange, text: Texts) => string;
  };
};

import { getContext, setContext } from 'svelte';
import type { Day } from '#core/day/day.ts';
import type { LocalTime } from '#core/day/local-time.ts';
import type { formatFor } from '#core/language/format.ts';
import type { Language, Messages } from '#core/language/language.ts';
import type { Sentence } from '#core/language/sentence.ts';
import type { OfKind } from '#core/record/of-kind.ts';
import type { Problem } from '#core/result.ts';
import type { Step } from '#core/record/step.ts';
import type { noDeadline } from './words/sv/no-deadline.ts';
import type { shell } from './words/sv/shell.ts';

/** How a step of a kind of record is described, if the general words for steps are not enough. */
export type StepTelling = {
  /** What it is called; undefined where it is called as it is of other kinds. */
  readonly name?: (step: string, text: Texts) => string | undefined;
  /** Until when what it brought holds; '' where it brought no such thing. */
  readonly until?: (step: Step, asOf: Day | Pick<LocalTime, 'dayOf'>) => Day;
  /** The last day of an earlier thing that it was about; '' of others. */
  readonly earlier?: OfKind<Day, [step: Step, asOf: Day | Pick<LocalTime, 'dayOf'>]>;
  /** Why it was done; undefined where it says no reason that has words. */
  readonly why?: (step: Step) => string | undefined;
  /** What it changed, if nothing else is shown about it. */
  readonly values?: (
    step: Step,
    text: Texts,
  ) => { readonly from: string; readonly to: string } | undefined;
};

/**
 * How records are described wherever all kinds appear: in the history, in questions, in the
 * trash.
 */
export type RecordWords = {
  /** What fields are called, as their forms do. */
  readonly fields: Readonly<Record<string, string>>;
  /** What can be chosen for a field, by value. */
  readonly choices: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** What takes a record of a kind out of the trash. */
  readonly restore: Readonly<Record<string, string>>;
  /** How the steps of a kind are described. */
  readonly steps: Readonly<Record<string, StepTelling>>;
  /** Why something does not come back, by the code of the refusal, if no other words say it. */
  readonly notBack: Readonly<Record<string, Sentence>>;
  /** What a record of a kind is called by its number, where that is all that it has. */
  readonly numbered: Readonly<Record<string, (number: string) => string>>;
  /** A record of a kind above a question about it, where its name is not enough. */
  readonly headings: Readonly<
    Record<string, OfKind<{ readonly title: string; readonly detail: string }, [text: Texts]>>
  >;
};

/** The sentences of what records of a kind are refused with. */
export type Refusals<Code extends string = string> = {
  readonly sentences: Readonly<Record<Code, string | Sentence>>;
  /** The refusal with what is put into its sentence as people write it, such as a day. */
  readonly written?: (problem: Problem, text: Pick<Texts, 'format'>, today: Day) => Problem;
};

/** The question which edition of a rule holds for someone today, and its answers by edition. */
export type AskedWords = {
  readonly label: string;
  readonly answers: Readonly<
    Record<
      string,
      {
        readonly title: (value: number) => string;
        readonly sentence: string;
        readonly source: string;
      }
    >
  >;
};

/** How a programme is described to those who choose what they manage. */
export type AboutProgramme = {
  /** What is managed in it, in a line. */
  readonly line: string;
  /** The rules of it that are asked about, by question. */
  readonly asked: Readonly<Record<string, AskedWords>>;
};

/**
 * The texts of each area of the app in one language. A room that has words adds its own areas in
 * its `words/catalogues.ts`, where other rooms may read them; what is there but not added here is
 * that programme's alone.
 */
export interface Catalogues {
  readonly shell: Messages<typeof shell>;
  readonly noDeadline: Messages<typeof noDeadline>;
  /** Of all programmes. */
  readonly recordWords: RecordWords;
  /** What is managed in each programme, and what is asked about it, by its id. */
  readonly about: Readonly<Record<string, AboutProgramme>>;
}

/** What components read: the texts, and how days, sums and times are written. */
export type Texts = Catalogues & {
  readonly language: Language;
  readonly format: ReturnType<typeof formatFor>;
};

const key = Symbol('texts');

/**
 * Gives the texts to all components below. The properties may be getters, so that a change of
 * language shows at once.
 */
export const provideTexts = (texts: Texts): Texts => setContext(key, texts);

/**
 * The texts of the nearest layout that gives some. Areas are loaded by route: read only what the
 * route loads.
 */
export const useText = (): Texts => getContext<Texts>(key);

/**
 * Texts with those of more areas, which came later. Both are read again at each word, so that a
 * change of language shows at once.
 */
export const withMore = (texts: Texts, more: () => Partial<Texts>): Texts =>
  new Proxy(texts, {
    get: (target, area) => Reflect.get(more(), area) ?? Reflect.get(target, area),
  });

/** What a load function depends on so that it runs again when the language changes. */
export const LANGUAGE = 'volym:language';

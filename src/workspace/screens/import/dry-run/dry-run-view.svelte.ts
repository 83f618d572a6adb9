import { grouped } from '#core/grouped.ts';
import type { RowCounts } from '#core/import/import-run.ts';
import type { Outline } from '#core/import/shelf.ts';
import type { MeantTwice } from '#core/import/tables/meant-twice.ts';
import type { AnyOutline } from '#programmes/imports.ts';
import { foreignText, shownText } from '#core/text/foreign-text.ts';
import { wayOn } from '#programmes/list-doors.ts';
import { firstNamed } from '#ui/first-named.ts';
import type { Texts } from '#ui/text.ts';
import { destinationFor, isAsSuggested, type Destination } from '#core/import/choice.ts';
import type { Question } from '#core/import/file-question.ts';
import type { PartOf } from '#data/import/open-file.ts';
import type { ImportScreen } from '../import-screen.svelte.ts';
import type {
  Absentees,
  Asked,
  Beside,
  DryRun,
  Importing,
  Line,
  Missing,
  Names,
  PlaceQuestion,
} from '../importing.ts';
import { aboutWords, inFiles } from './about-files.ts';
import { writtenQuestion, type AskedQuestion } from './questions/asked-question.ts';
import { valueOf } from './questions/destinations.ts';
import { leftOutOf, type LeftOut } from './left-out.ts';
import { newPlacesWords } from './new-places-words.ts';
import { placesAsked } from './questions/places-asked.ts';
import { rowsFor, type RowFilter } from './row-filters.ts';
import { keysOf, sharedNotes } from './shared-notes.ts';

const NOTHING_BESIDE: Beside = { freed: 0, confirmed: 0, freedIn: [], newPlaces: [] };

const NO_WORDS: Asked = { title: '', why: '' };

const NO_COUNTS: RowCounts = { new: 0, changed: 0, same: 0, duplicate: 0, unreadable: 0 };

/**
 * Where rows go that do not say it themselves: of all there are, of some of several files, or of some
 * of their sheets.
 */
export type AskedPlace = {
  readonly question: PlaceQuestion;
  /** What it is known by among the others. */
  readonly id: string;
  /** The files or sheets that it is about; '' where there are no others. */
  readonly about: string;
  readonly destination: Destination;
  /** Nothing of the rows can be written before it is answered. */
  readonly isWaiting: boolean;
  readonly choose: (destination: Destination) => void;
  /** Asks of each file by itself; absent where it is asked of one. */
  readonly askEach: (() => void) | undefined;
};

/** How it is shown: in which language, on which day, and which of the rows. */
export type Shown = {
  readonly text: Texts;
  readonly today: string;
  readonly filter: () => RowFilter;
};

/** What was chosen, where it can still be; one that was chosen before may be gone. */
const offered = ({ groups }: PlaceQuestion, destination: Destination): Destination =>
  groups.some(({ options }) => options.some(({ value }) => value === valueOf(destination)))
    ? destination
    : 'as-suggested';

/** What the dry run's screen shows of a programme, made of the screen's state. */
export class DryRunView {
  readonly programme: PartOf;
  #screen: ImportScreen;
  #text: Texts;
  #today: string;
  /** Which rows are shown. */
  readonly #filter: () => RowFilter;
  /** The dry run before the user sent rows elsewhere: what the files themselves suggest. */
  #suggested: DryRun | undefined;

  constructor(programme: PartOf, screen: ImportScreen, { text, today, filter }: Shown) {
    this.programme = programme;
    this.#screen = screen;
    this.#text = text;
    this.#today = today;
    this.#filter = filter;
  }

  /** The dry run that is shown, with what its programme says of it. */
  #tried = $derived.by((): { readonly run: DryRun; readonly by: Importing } | undefined => {
    const run = this.#screen.triedOf(this.programme);
    const by = this.#screen.importingOf(this.programme);
    return run === undefined || by === undefined ? undefined : { run, by };
  });
  #beside = $derived.by(() => this.#screen.besideOf(this.programme) ?? NOTHING_BESIDE);
  readonly rows = $derived<readonly Line[]>(this.#tried?.run.plan.rows ?? []);
  readonly counts = $derived(this.#tried?.run.plan.counts ?? NO_COUNTS);
  readonly shown = $derived.by(() => rowsFor(this.rows, this.#filter()));
  /** The sheets that the programme reads now. */
  readonly sheets = $derived.by(
    (): readonly AnyOutline[] => this.#screen.partOf(this.programme)?.sheets ?? [],
  );
  /** What many of the shown rows say alike: it is above them, once. */
  readonly shared = $derived(sharedNotes(this.shown, this.#tried?.by ?? {}));
  readonly sharedKeys = $derived(keysOf(this.shared));
  readonly toImport = $derived(this.counts.new + this.counts.changed);
  /** What the programme of the rows says of them; undefined before there are any. */
  readonly by = $derived(this.#tried?.by);
  /** The rows that are shown: in one table, or in one for each of several sheets, with its name. */
  readonly tables = $derived.by((): readonly { sheet: string; rows: readonly Line[] }[] => {
    if (this.shown.length === 0) return [];
    // Rows of two sheets have the same numbers: the names of the sheets tell them apart.
    if (!this.#screen.isSeveral && this.sheets.length < 2) return [{ sheet: '', rows: this.shown }];
    const bySheet = grouped(this.shown, ({ sheet }) => sheet);
    return [...bySheet].map(([sheet, rows]) => ({ sheet, rows }));
  });
  /** What the rows of a table are called; undefined where it shows orders. */
  headOf(sheet: string): string | undefined {
    const sheets = this.#tried?.run.waiting.sheets ?? [];
    const own = sheets.filter(({ name }) => sheet === '' || name === sheet);
    return this.#tried?.by.headOf(own, this.#text);
  }
  /** Where people go on, where nothing is left to write. */
  readonly wayOn = $derived.by(() => {
    if (this.toImport > 0 || this.#tried === undefined) return undefined;
    return this.sheets.map(({ kind }) => wayOn(kind)).find((way) => way !== undefined);
  });
  /** What a column can mean, with its word. */
  fieldsOf(sheet: AnyOutline): readonly (readonly [string, string])[] {
    return this.#screen.importingOf(this.programme)?.fieldsOf(sheet, this.#text) ?? [];
  }
  /** Whether a column's meaning is known, but what is in it is kept nowhere. */
  isNotKept(sheet: AnyOutline, field: string): boolean {
    return this.#screen.importingOf(this.programme)?.isNotKept?.(sheet, field) ?? false;
  }
  /** What a saved answer is, in words; '' for a sheet with columns. */
  savedWords(sheet: AnyOutline): string {
    if (sheet.columns.some(({ field }) => field !== '')) return '';
    return this.#screen.importingOf(this.programme)?.savedWords?.(sheet, this.#text) ?? '';
  }
  /**
   * What of a sheet would not be kept, in words, and what in it is there once more beside a column
   * that is read; '' where there is no such thing.
   */
  leftOut(sheet: AnyOutline): { readonly other: string; readonly again: string } {
    const { again, ...other } = leftOutOf(sheet, (field) => this.isNotKept(sheet, field));
    const words = this.#text.import;
    const about = this.aboutOf([sheet.name]);
    const said = ({ columns, cells }: LeftOut, say: typeof words.leftOut): string => {
      const names = columns.map(({ heading, index }) => heading || words.columnNumber(index + 1));
      return names.length === 0 ? '' : inFiles(about, shownText(say(names, cells)));
    };
    return { other: said(other, words.leftOut), again: said(again, words.leftOutAgain) };
  }
  /** Assigned licences that a whole list no longer names. */
  readonly gone = $derived(this.#beside.freed);
  /** The sheets of such lists. */
  readonly goneFrom = $derived(this.#beside.freedIn);
  /** How many rows only say again what is known. */
  readonly confirmed = $derived(this.#beside.confirmed);
  /** Locations that are not here yet, in words: those together that the same files name. */
  readonly newPlaces = $derived.by((): readonly string[] => {
    const { beside } = this.#text.import;
    const places = this.#beside.newPlaces.map((place) => ({
      ...place,
      about: this.aboutOf(place.sheets),
    }));
    const groups = grouped(places, ({ about, isNumber }) => `${String(isNumber)} ${about}`);
    return [...groups.values()].flatMap((group) => {
      const [first] = group;
      if (first === undefined) return [];
      const { about, isNumber } = first;
      const names = group.map(({ name }) => name);
      const said = inFiles(about, shownText(newPlacesWords(names, this.#text)));
      return `${said}. ${isNumber ? beside.newNumbersWhy(names.length) : beside.newPlacesWhy}`;
    });
  });
  /** What the tap does where it writes no row; undefined where that is nothing. */
  readonly act = $derived.by((): string | undefined => {
    const words = this.#text.import.beside;
    if (this.gone > 0) return words.importGone(this.gone);
    return this.confirmed > 0 ? words.confirm(this.confirmed) : undefined;
  });
  /** Whether a tap would do anything. */
  readonly writes = $derived(this.toImport + this.gone + this.confirmed > 0);

  /** The files or sheets that something is about, in words; '' where there are no others. */
  aboutOf(sheets: readonly string[]): string {
    return aboutWords(sheets, this.#screen, this.#text);
  }

  /** The same, of what is only on some of the sheets whose rows are shown. */
  aboutSome(sheets: readonly string[]): string {
    return this.shown.every(({ sheet }) => sheets.includes(sheet)) ? '' : this.aboutOf(sheets);
  }

  /** What has to be here before anything of some sheets can be taken. */
  readonly missing = $derived.by((): Missing | undefined => {
    const tried = this.#tried;
    return tried?.by.missing?.(tried.run, this.#text);
  });

  /** Everything that is asked, but where rows go; what is answered, too. */
  readonly asked = $derived.by((): readonly AskedQuestion[] => [
    ...this.#twiceQuestions,
    ...this.#columnQuestions,
    ...this.#screen.questionsOf(this.programme).map((question) => this.#ofWritten(question)),
    ...this.#rowQuestions,
  ]);

  /** Whether columns are right that were taken for something by their content: of like ones once. */
  get #columnQuestions(): readonly AskedQuestion[] {
    const asked = this.sheets.flatMap((sheet) => {
      if (sheet.twice !== undefined || !this.#asksOfColumns(sheet)) return [];
      const isGiven = this.#screen.isConfirmed(sheet.name);
      const question = this.#asksColumns(sheet, this.#guessedHeading(sheet));
      return question === undefined ? [] : [{ question, sheet, isGiven }];
    });
    const alike = grouped(
      asked,
      ({ question, isGiven }) =>
        `${this.programme} ${isGiven ? 'given' : 'asked'} ${question.title}`,
    );
    return [...alike].map(([id, those]) => this.#ofColumns(id, those));
  }

  #asksOfColumns(sheet: AnyOutline): boolean {
    if (this.missing?.sheets.includes(sheet.name) === true) return false;
    return this.#screen.isConfirmed(sheet.name) || this.#screen.asksColumns(sheet);
  }

  /** Which of two columns it is whose headings mean one thing: of like sheets once. */
  get #twiceQuestions(): readonly AskedQuestion[] {
    const asked = this.sheets.flatMap((sheet) =>
      sheet.twice !== undefined && this.#asksOfColumns(sheet)
        ? [{ sheet, twice: sheet.twice }]
        : [],
    );
    const alike = grouped(
      asked,
      ({ twice }) =>
        `${this.programme} twice ${twice.columns.map(({ heading }) => heading).join()}`,
    );
    return [...alike].map(([id, those]) => this.#ofTwice(id, those));
  }

  #ofTwice(
    id: string,
    alike: readonly { readonly sheet: AnyOutline; readonly twice: MeantTwice }[],
  ): AskedQuestion {
    const { asksTwice, asksTwiceWhy } = this.#text.import;
    const [first] = alike;
    const choices = (first?.twice.columns ?? []).map(({ heading }, at) => ({
      id: String(at),
      label: foreignText(heading),
    }));
    const sheets = alike.map(({ sheet }) => sheet.name);
    const isGiven = sheets.every((name) => this.#screen.isConfirmed(name));
    const reads = (first?.sheet.columns as readonly Outline['columns'][number][] | undefined) ?? [];
    const at = reads.find(({ field }) => field === first?.twice.field)?.index;
    const chosen = choices[first?.twice.columns.findIndex(({ index }) => index === at) ?? -1];
    return {
      id,
      about: this.aboutOf(sheets),
      title: asksTwice(choices.map(({ label }) => label)),
      why: asksTwiceWhy,
      choices,
      isFirst: true,
      given:
        isGiven && chosen !== undefined ? { choice: chosen.id, says: chosen.label } : undefined,
      answer: (choice) =>
        this.#screen.chooseColumns(
          this.programme,
          alike.flatMap(({ sheet: { name }, twice: { field, columns } }) => {
            const column = columns[Number(choice)];
            return column === undefined ? [] : [{ sheet: name, index: column.index, field }];
          }),
        ),
      takeBack: () => this.#screen.doubtColumns(sheets),
    };
  }

  #ofColumns(
    id: string,
    alike: readonly { readonly sheet: AnyOutline; readonly isGiven: boolean }[],
  ): AskedQuestion {
    const headings = alike.flatMap(({ sheet }) => this.#guessedHeading(sheet) ?? []);
    const heading = headings.length === 0 ? undefined : this.#named(headings);
    const sheets = alike.map(({ sheet }) => sheet.name);
    const [first] = alike;
    const yes = this.#text.import.confirmColumns;
    return {
      id,
      about: this.aboutOf(sheets),
      ...((first && this.#asksColumns(first.sheet, heading)) ?? NO_WORDS),
      choices: [{ id: 'yes', label: yes }],
      isFirst: true,
      given: alike.every(({ isGiven }) => isGiven) ? { choice: 'yes', says: yes } : undefined,
      answer: () => this.#screen.confirmColumns(this.programme, sheets),
      takeBack: () => this.#screen.doubtColumns(sheets),
    };
  }

  #ofWritten(question: Question): AskedQuestion {
    const told = {
      chosen: this.#screen.answers[question.id],
      isAsBefore: this.#screen.isAsBefore(question.id),
      currency: this.#currency,
      today: this.#today,
    };
    return {
      ...writtenQuestion(question, told, this.#text),
      id: `${this.programme} ${question.id}`,
      about: this.aboutOf([question.sheet]),
      answer: (choice) => this.#screen.answer(question.id, choice),
    };
  }

  /** One question for each number that several records have. */
  get #rowQuestions(): readonly AskedQuestion[] {
    const tried = this.#tried;
    return (tried?.by.asksRows?.(tried.run, this.#text) ?? []).map(
      ({ id, title, why, sheets, choices, chosen }) => {
        const choice = choices.find((one) => one.id === chosen);
        return {
          id: `${this.programme} ${id}`,
          about: this.aboutOf(sheets),
          title,
          why,
          choices,
          given: choice && { choice: choice.id, says: choice.label },
          answer: (order) => this.#screen.pickOrder(this.programme, id, order),
        };
      },
    );
  }

  /** The column of a sheet that was taken for something; undefined where none was. */
  #guessedHeading({ columns }: AnyOutline): string | undefined {
    const guesses = this.#screen.importingOf(this.programme)?.guesses ?? [];
    const column = (columns as readonly Outline['columns'][number][]).find(({ field }) =>
      guesses.includes(field),
    );
    if (column === undefined) return undefined;
    return column.heading || this.#text.import.columnNumber(column.index + 1);
  }

  #named(names: readonly string[]): string {
    const { import: words, format } = this.#text;
    const once = names.filter((name, at) => names.indexOf(name) === at);
    const shown = once.map((name) => foreignText(name));
    return format.list(firstNamed(shown, 3, words.beside.morePlaces));
  }

  #asksColumns(sheet: AnyOutline, heading: string | undefined): Asked | undefined {
    const importing = this.#screen.importingOf(this.programme);
    if (importing?.asksColumns !== undefined)
      return importing.asksColumns(heading, this.#text, sheet);
    const { asksColumns, asksColumnsWhy } = this.#text.import;
    return heading === undefined ? undefined : { title: asksColumns, why: asksColumnsWhy(heading) };
  }

  /** Whom a whole list no longer names. */
  readonly absentees = $derived.by((): Absentees | undefined => {
    const tried = this.#tried;
    const asked = tried?.by.asksAbsentees?.(tried.run, this.#text);
    if (asked === undefined) return undefined;
    // What is chosen now: the dry run follows, and a second tap must not take the first one back.
    const { takenOff = [] } = this.#screen.choiceOf(this.programme);
    const people = asked.people.map((one) => ({ ...one, isChosen: takenOff.includes(one.id) }));
    return { ...asked, people };
  });

  readonly #currency = $derived.by(() => {
    const tried = this.#tried;
    return tried?.by.currencyOf?.(tried.run) ?? 'SEK';
  });

  /** What is said beside the columns of a sheet. */
  columnsNote(sheet: AnyOutline, isWide: boolean): string {
    if (this.#screen.isMappedAsBefore(sheet.name)) return this.#text.import.columnsAsBefore;
    return isWide ? this.#mappedNote(sheet) : this.#text.import.columnsKept;
  }

  #mappedNote({ columns }: AnyOutline): string {
    const filled = columns.filter(({ heading, filled: cells }) => heading !== '' || cells > 0) as {
      field: string;
    }[];
    return this.#text.import.mapped(
      filled.filter(({ field }) => field !== '').length,
      filled.length,
    );
  }

  /** Of each file it is asked by itself where its rows go. */
  #asksEach = $state(false);

  /** What is asked of rows that do not say where they go. */
  readonly places = $derived.by((): readonly AskedPlace[] => {
    const tried = this.#tried;
    const part = this.#screen.partOf(this.programme);
    if (tried === undefined || part === undefined) return [];
    const choice = this.#screen.choiceOf(this.programme);
    if (isAsSuggested(choice) || this.#suggested === undefined) this.#suggested = tried.run;
    const suggested = this.#suggested;
    const { run, by } = tried;
    const toOf = (sheet: string): Destination => destinationFor(choice, sheet);
    // Sheets that went to two places before stay apart: a question shows the place of one alone.
    const asked = placesAsked(
      part.files,
      (sheets) => by.asksPlace?.(run, suggested, this.#text, sheets),
      {
        inFile: (sheet) => `${valueOf(toOf(sheet))} ${by.placeMark?.(suggested, sheet) ?? ''}`,
        inAll: (sheet) => `${valueOf(toOf(sheet))} ${by.placeMarkInAll?.(suggested, sheet) ?? ''}`,
      },
      this.#asksEach,
    );
    return asked.map(({ question, id, sheets, isOfAll, files }): AskedPlace => {
      const destination = offered(question, toOf(sheets[0] ?? ''));
      return {
        question,
        id: `${this.programme} ${id}`,
        about: this.aboutOf(question.sheets),
        destination,
        isWaiting: question.first !== undefined && typeof destination === 'string',
        choose: (to) => void this.#screen.sendTo(this.programme, to, isOfAll ? undefined : sheets),
        askEach: files > 1 ? () => (this.#asksEach = true) : undefined,
      };
    });
  });

  #names = $derived.by(() => this.#tried?.by.namesIn?.(this.#tried.run));

  readonly nameOf: Names = (id) => this.#names?.get(id) ?? '';
}

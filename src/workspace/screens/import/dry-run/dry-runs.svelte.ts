import { untrack } from 'svelte';
import { shownCounts, type ShownCounts } from '#core/import/shown-outcome.ts';
import type { RowCounts } from '#core/import/import-run.ts';
import { shownText } from '#core/text/foreign-text.ts';
import type { Texts } from '#ui/text.ts';
import type { ImportScreen } from '../import-screen.svelte.ts';
import { inFiles } from './about-files.ts';
import { DryRunView } from './dry-run-view.svelte.ts';
import { rowsFor, type RowFilter } from './row-filters.ts';

/** A question that waits, and why it matters. */
type Waiting = { readonly question: string; readonly note: string };

/** One without whose answer nothing is imported, and what the button says that leads to it. */
type Blocked = Waiting & { readonly button: string };

/** What the dry run's screen shows of all programmes that read some of the files. */
export class DryRuns {
  #screen: ImportScreen;
  #text: Texts;
  #today: string;
  filter = $state<RowFilter>('review');

  constructor(screen: ImportScreen, text: Texts, today: string) {
    this.#screen = screen;
    this.#text = text;
    this.#today = today;
  }

  #programmes = $derived.by(() => this.#screen.programmes.join(' '));
  /** One for each programme, for as long as it is shown. */
  readonly all = $derived.by((): readonly DryRunView[] => {
    // Only another programme makes another view: a view remembers what was suggested.
    void this.#programmes;
    const filter = (): RowFilter => this.filter;
    const shown = { text: this.#text, today: this.#today, filter };
    return untrack(() => this.#screen.programmes).map(
      (programme) => new DryRunView(programme, this.#screen, shown),
    );
  });
  /** Everything that is asked of whichever files, answered or not. */
  readonly asked = $derived(this.all.flatMap(({ asked }) => asked));
  readonly places = $derived(this.all.flatMap(({ places }) => places));
  readonly rowCount = $derived(this.all.reduce((sum, { rows }) => sum + rows.length, 0));
  readonly counts = $derived.by((): ShownCounts => {
    const sum = (of: keyof RowCounts): number =>
      this.all.reduce((all, { counts }) => all + counts[of], 0);
    const counts = {
      new: sum('new'),
      changed: sum('changed'),
      same: sum('same'),
      duplicate: sum('duplicate'),
      unreadable: sum('unreadable'),
    };
    return shownCounts(
      counts,
      this.all.flatMap(({ rows }) => rows),
    );
  });

  countOf(filter: RowFilter): number {
    return this.all.reduce((sum, { rows }) => sum + rowsFor(rows, filter).length, 0);
  }

  /** What the one button says: how many rows it writes, or what else happens where it writes none. */
  readonly importWords = $derived.by(() => {
    const toImport = this.all.reduce((sum, view) => sum + view.toImport, 0);
    if (toImport > 0) return this.#text.import.importRows(toImport);
    const acts = this.all.find(({ act }) => act !== undefined)?.act;
    const { same, duplicate, unreadable } = this.counts;
    const isAllUnread = unreadable > 0 && same + duplicate === 0;
    const { nothingReadable, nothingToImport } = this.#text.import;
    return acts ?? (isAllUnread ? nothingReadable : nothingToImport);
  });
  readonly canImport = $derived.by(
    () =>
      this.blocked === undefined &&
      this.all.some(({ writes }) => writes) &&
      !this.#screen.isReadAnew,
  );
  /** The questions that wait: their rows are left out. */
  readonly #waiting = $derived([
    ...this.asked.filter(({ given }) => given === undefined),
    ...this.places.filter(({ isWaiting }) => isWaiting),
  ]);
  /** Those without whose answers nothing is imported at all. */
  readonly #mustAnswer = $derived(
    this.asked.filter(({ given, isFirst }) => given === undefined && isFirst === true),
  );
  /** The first question that waits, and what is said of all that do; undefined where none does. */
  readonly waiting = $derived.by((): Waiting | undefined => {
    const [first] = this.#waiting;
    return first && { question: first.id, note: this.#text.import.answerFirst };
  });
  /**
   * The question without whose answer nothing is imported, what the button says that leads there,
   * and why; undefined where something can be imported.
   */
  readonly blocked = $derived.by((): Blocked | undefined => {
    const words = this.#text.import;
    const [first] = this.#mustAnswer;
    if (first !== undefined)
      return {
        question: first.id,
        button: words.answerThese(this.#mustAnswer.length),
        note: words.answerToImport(inFiles(first.about, shownText(first.title))),
      };
    if (this.all.some(({ writes }) => writes)) return undefined;
    const place = this.places.find(({ isWaiting }) => isWaiting);
    if (place?.question.first !== undefined)
      return {
        question: place.id,
        button: place.question.first.button,
        note: inFiles(place.about, place.question.first.note),
      };
    const button = words.answerThese(this.#waiting.length);
    return this.waiting && { ...this.waiting, button, note: words.allWait };
  });
}

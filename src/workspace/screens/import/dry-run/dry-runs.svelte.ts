import { untrack } from 'svelte';
import { shownCounts, type ShownCounts } from '#core/import/shown-outcome.ts';
import type { RowCounts } from '#core/import/import-run.ts';
import type { Texts } from '#ui/text.ts';
import type { ImportScreen } from '../import-screen.svelte.ts';
import { DryRunView } from './dry-run-view.svelte.ts';
import { rowsFor, type RowFilter } from './row-filters.ts';

/** What the dry run's screen shows of all programmes that read some of the files. */
export class DryRuns {
  #screen: ImportScreen;
  #text: Texts;
  filter = $state<RowFilter>('review');

  constructor(screen: ImportScreen, text: Texts) {
    this.#screen = screen;
    this.#text = text;
  }

  #programmes = $derived.by(() => this.#screen.programmes.join(' '));
  /** One for each programme, for as long as it is shown. */
  readonly all = $derived.by((): readonly DryRunView[] => {
    // Only another programme makes another view: a view remembers what was suggested.
    void this.#programmes;
    const filter = (): RowFilter => this.filter;
    return untrack(() => this.#screen.programmes).map(
      (programme) => new DryRunView(programme, this.#screen, { text: this.#text, filter }),
    );
  });
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
    return acts ?? this.#text.import.nothingToImport;
  });
  readonly canImport = $derived.by(
    () =>
      this.all.some(({ writes }) => writes) &&
      !this.all.some(({ needsMapping }) => needsMapping) &&
      !this.#screen.isReadAnew,
  );
  /** Why the button cannot be pressed, or what it leaves out. */
  readonly note = $derived(this.all.find(({ note }) => note !== undefined)?.note);
}

import type { ImportPlan } from '#domain/apple-credit/import-rows.ts';
import type { SheetOutline } from '#domain/apple-credit/recognised-sheet.ts';
import type { RowCounts } from '#domain/workspace/import-run.ts';
import type { Texts } from '#ui/text.ts';
import { destinationsFor, type DestinationGroups } from './destination-words.ts';
import type { ImportScreen } from './import-screen.svelte.ts';
import { namesIn, oneOfEach } from './dry-run-names.ts';
import { rowsFor, type Names, type RowFilter } from './row-words.ts';

const NO_COUNTS: RowCounts = { new: 0, changed: 0, same: 0, duplicate: 0, unreadable: 0 };

/** What the dry run's screen shows, made of the screen's state. */
export class DryRunView {
  #screen: ImportScreen;
  #text: Texts;
  filter = $state<RowFilter>('review');
  /** The plan before the user sent the codes elsewhere: what the file itself suggests. */
  #suggested: ImportPlan | undefined;

  constructor(screen: ImportScreen, text: Texts) {
    this.#screen = screen;
    this.#text = text;
  }

  #plan = $derived.by(() => this.#screen.dryRun?.plan);
  readonly rows = $derived(this.#plan?.rows ?? []);
  readonly counts = $derived(this.#plan?.counts ?? NO_COUNTS);
  readonly shown = $derived(rowsFor(this.rows, this.filter));
  readonly toImport = $derived(this.counts.new + this.counts.changed);
  readonly canImport = $derived(this.toImport > 0 && !this.#needsMapping);
  readonly hasOrders = $derived.by(() => this.#screen.sheets.some(({ kind }) => kind === 'credit'));

  get #needsMapping(): boolean {
    return this.#screen.needsMapping;
  }

  /** Why the button cannot be pressed, or what it leaves out. */
  get note(): string | undefined {
    const words = this.#text.import;
    if (this.#needsMapping) return words.confirmFirst;
    const open = this.#screen.questions.some(({ id }) => this.#screen.answers[id] === undefined);
    return open || this.unsure.length > 0 ? words.answerFirst : undefined;
  }

  /** The heading of the column that was taken for codes by its content. */
  get guessed(): string | undefined {
    const sheet = this.#screen.sheets.find(({ needsMapping }) => needsMapping);
    const column = sheet?.columns.find(({ field }) => field === 'code');
    return column && (column.heading || this.#text.import.columnNumber(column.index + 1));
  }

  /** One row for each order number that several orders have. */
  readonly unsure = $derived(oneOfEach(this.rows));

  readonly currency = $derived.by(
    () => this.#screen.sheets.map(({ metadata }) => metadata.currency).find((currency) => currency) ?? 'SEK',
  );

  countOf(filter: RowFilter): number {
    return rowsFor(this.rows, filter).length;
  }

  mappedNote({ columns }: SheetOutline): string {
    const filled = columns.filter(({ heading, filled: cells }) => heading !== '' || cells > 0);
    return this.#text.import.mapped(filled.filter(({ field }) => field !== '').length, filled.length);
  }

  /** Where codes without an order may go; undefined for a file of credit orders. */
  get destinations(): DestinationGroups | undefined {
    const { dryRun, choice, sheets } = this.#screen;
    if (dryRun === undefined || !sheets.some(({ kind }) => kind === 'codes')) return undefined;
    if (choice.destination === 'as-suggested' || this.#suggested === undefined) this.#suggested = dryRun.plan;
    return destinationsFor(dryRun.plan, this.#suggested, dryRun.known, this.#text);
  }

  #names = $derived.by(() => namesIn(this.#screen.dryRun));

  readonly nameOf: Names = (id) => this.#names.get(id) ?? '';

  /** What tells orders of one number apart: purchaser, value, day. */
  readonly describeOrder: Names = (id) => {
    const order = this.#screen.dryRun?.known.orders.find((record) => record.id === id);
    if (order === undefined) return '';
    const { purchaserName, purchaserAppleId, amount, currency, orderDate, orderNumber } = order.data;
    const said = [purchaserName || purchaserAppleId, this.#text.format.money(amount, currency), orderDate];
    return said.filter((part) => part !== '').join(', ') || orderNumber;
  };
}

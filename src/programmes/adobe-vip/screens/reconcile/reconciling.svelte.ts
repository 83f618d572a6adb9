import { whoseLines, type WhoseLine } from '#programmes/adobe-vip/rules/reconcile/line-customer.ts';
import { reportsOf, type Report } from '#programmes/adobe-vip/rules/reconcile/covered-days.ts';
import { ourLines } from '#programmes/adobe-vip/rules/reconcile/our-lines.ts';
import { reconcile, type Reconciliation } from '#programmes/adobe-vip/rules/reconcile/reconcile.ts';
import {
  countRows,
  type ReconcileCounts,
  type ReconcileRow,
} from '#programmes/adobe-vip/rules/reconcile/row.ts';
import type { OurLine } from '#programmes/adobe-vip/rules/reconcile/sides.ts';
import type { VipCustomer } from '#programmes/adobe-vip/rules/customer/vip-customer.ts';
import type { ImportRun } from '#core/import/import-run.ts';
import { conditionOf, isFine } from '#data/records/read-record.ts';
import type { App } from '#ui/app.svelte.ts';
import { live, type Live } from '#ui/live.ts';
import type { Found } from '#data/records/found.ts';

/** All reports together, which is what is shown unless one is chosen. */
export const ALL_REPORTS = '';

const NOTHING: Reconciliation = { rows: [], outside: 0 };

/**
 * What was invoiced against what was ordered, as both are now; nothing of ours is read before there
 * is an invoice.
 */
export class Reconciling {
  readonly #lines: Live<Found<'invoice-line'>[]>;
  readonly #orders: Live<Found<'vip-order'>[]>;
  readonly #returns: Live<Found<'return-authorization'>[]>;
  readonly #customers: Live<Found<'vip-customer'>[]>;
  readonly #prices: Live<Found<'price-list-item'>[]>;
  readonly #runs: Live<ImportRun[]>;
  #report = $state(ALL_REPORTS);

  constructor(app: Pick<App, 'records'>) {
    const { records } = app;
    this.#lines = live(records.live({ kind: 'invoice-line' }), []);
    this.#orders = live(records.live({ kind: 'vip-order' }), []);
    this.#returns = live(records.live({ kind: 'return-authorization' }), []);
    this.#customers = live(records.live({ kind: 'vip-customer' }), []);
    this.#prices = live(records.live({ kind: 'price-list-item' }), []);
    this.#runs = live(records.live({ kind: 'import-run' }), []);
  }

  readonly #invoiced = $derived.by(() => this.#lines.current.filter(isFine));
  readonly #book = $derived.by(() => ({
    customers: this.#customers.current.filter(isFine),
    orders: this.#orders.current.filter(isFine),
    returns: this.#returns.current.filter(isFine),
  }));
  readonly #all = $derived.by((): Reconciliation => {
    if (this.isEmpty || !this.ready) return NOTHING;
    return reconcile({
      ...this.#book,
      lines: this.#invoiced,
      prices: this.#prices.current.filter(isFine),
    });
  });
  readonly #ours = $derived.by(() => ourLines(this.#book));
  readonly #whose = $derived.by(() => whoseLines(this.#book.customers));
  readonly #reports = $derived.by(() => reportsOf(this.#invoiced));
  readonly #rows = $derived.by((): readonly ReconcileRow[] => {
    const { report } = this;
    return report === ALL_REPORTS
      ? this.#all.rows
      : this.#all.rows.filter(({ reports }) => reports.includes(report));
  });
  readonly #counts = $derived.by(() => countRows(this.#rows));
  readonly #knownRuns = $derived.by(() =>
    this.#runs.current.filter((run) => conditionOf(run) === 'fine'),
  );
  readonly #chosenRuns = $derived.by((): readonly ImportRun[] => {
    const wanted = this.#reports
      .filter(({ key }) => [ALL_REPORTS, key].includes(this.report))
      .map(({ run }) => run);
    return this.#knownRuns.filter(({ id }) => wanted.includes(id));
  });

  /** False until all was read that is needed to say something. */
  get ready(): boolean {
    if (!this.#lines.ready || this.#lines.current.length === 0) return this.#lines.ready;
    return [this.#orders, this.#returns, this.#customers, this.#prices].every(({ ready }) => ready);
  }
  /** Whether no report was read. */
  get isEmpty(): boolean {
    return this.#invoiced.length === 0;
  }
  /** Those of the chosen report. */
  get rows(): readonly ReconcileRow[] {
    return this.#rows;
  }
  get counts(): ReconcileCounts {
    return this.#counts;
  }
  /** How many lines of orders no report says anything of. */
  get outside(): number {
    return this.#all.outside;
  }
  get reports(): readonly Report[] {
    return this.#reports;
  }
  /** The chosen report, as long as it is there. */
  get report(): string {
    return this.#reports.some(({ key }) => key === this.#report) ? this.#report : ALL_REPORTS;
  }
  set report(next: string) {
    this.#report = next;
  }
  /** The imports that brought the chosen lines. */
  get runs(): readonly ImportRun[] {
    return this.#chosenRuns;
  }
  /** How many lines of invoices are shown, and how many orders of ours. */
  get sizes(): { readonly lines: number; readonly orders: number } {
    const orders = Object.groupBy(this.#rows, ({ ours }) => ours?.order ?? '');
    const { '': _, ...ours } = orders;
    return {
      lines: this.#rows.reduce((sum, { theirs }) => sum + theirs.length, 0),
      orders: Object.keys(ours).length,
    };
  }
  /** The name of the file that an import read. */
  fileOf(run: string): string {
    return this.#knownRuns.find(({ id }) => id === run)?.data.fileName ?? '';
  }
  /** The lines of our orders, to choose among. */
  get ours(): readonly OurLine[] {
    return this.#ours;
  }
  /** Whose a line may be. */
  get whose(): WhoseLine {
    return this.#whose;
  }
  /** A customer by its record. */
  customer(id: string): VipCustomer | undefined {
    return this.#book.customers.find((customer) => customer.id === id);
  }
}

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
import type { InvoiceLine } from '#programmes/adobe-vip/rules/product/invoice-line.ts';
import type { PriceListItem } from '#programmes/adobe-vip/rules/product/price-list-item.ts';
import type { ReturnAuthorization } from '#programmes/adobe-vip/rules/return/return-authorization.ts';
import type { VipCustomer } from '#programmes/adobe-vip/rules/customer/vip-customer.ts';
import type { VipOrder } from '#programmes/adobe-vip/rules/order/vip-order.ts';
import type { VolymRecord } from '#core/record/record.ts';
import type { ImportRun } from '#core/import/import-run.ts';
import { conditionOf } from '#data/records/read-record.ts';
import type { App } from '#ui/app.svelte.ts';
import { live, type Live } from '#ui/live.ts';

/** All reports together, which is what is shown unless one is chosen. */
export const ALL_REPORTS = '';

const NOTHING: Reconciliation = { rows: [], outside: 0 };

/**
 * What was invoiced against what was ordered, as both are now; nothing of ours is read before there
 * is an invoice.
 */
export class Reconciling {
  readonly #lines: Live<VolymRecord[]>;
  readonly #orders: Live<VolymRecord[]>;
  readonly #returns: Live<VolymRecord[]>;
  readonly #customers: Live<VolymRecord[]>;
  readonly #prices: Live<VolymRecord[]>;
  readonly #runs: Live<VolymRecord[]>;
  #report = $state(ALL_REPORTS);

  constructor(app: Pick<App, 'records'>) {
    const all = (kind: string) => live(app.records.live({ kind }), []);
    this.#lines = all('invoice-line');
    this.#orders = all('vip-order');
    this.#returns = all('return-authorization');
    this.#customers = all('vip-customer');
    this.#prices = all('price-list-item');
    this.#runs = all('import-run');
  }

  readonly #invoiced = $derived.by(() => fine<InvoiceLine>(this.#lines));
  readonly #book = $derived.by(() => ({
    customers: fine<VipCustomer>(this.#customers),
    orders: fine<VipOrder>(this.#orders),
    returns: fine<ReturnAuthorization>(this.#returns),
  }));
  readonly #all = $derived.by((): Reconciliation => {
    if (this.isEmpty || !this.ready) return NOTHING;
    return reconcile({
      ...this.#book,
      lines: this.#invoiced,
      prices: fine<PriceListItem>(this.#prices),
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
  readonly #chosenRuns = $derived.by((): readonly ImportRun[] => {
    const wanted = this.#reports
      .filter(({ key }) => [ALL_REPORTS, key].includes(this.report))
      .map(({ run }) => run);
    return fine<ImportRun>(this.#runs).filter(({ id }) => wanted.includes(id));
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
    return fine<ImportRun>(this.#runs).find(({ id }) => id === run)?.data.fileName ?? '';
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
    return this.#book.customers.find((one) => one.id === id);
  }
}

const fine = <R extends Pick<VolymRecord, 'id' | 'kind'>>(found: Live<VolymRecord[]>): R[] =>
  found.current.filter((record) => conditionOf(record) === 'fine') as unknown as R[];

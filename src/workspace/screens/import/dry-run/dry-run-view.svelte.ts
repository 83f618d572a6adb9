import type { ImportPlan } from '#programmes/apple-credit/import/import-rows.ts';
import { SHEET_FIELDS } from '#programmes/apple-credit/import/recognised-sheet.ts';
import {
  VIP_LIST_FIELDS,
  type VipListKind,
} from '#programmes/adobe-vip/import/cells/vip-headings.ts';
import { INSTALL_FIELDS } from '#programmes/apple-licences/import/read/install-headings.ts';
import { LICENCE_FIELDS } from '#programmes/apple-licences/import/read/licence-headings.ts';
import type { AnyOutline } from '#programmes/imports.ts';
import type { RowCounts } from '#core/import/import-run.ts';
import type { Texts } from '#ui/text.ts';
import {
  appsFor,
  destinationsFor,
  placesFor,
  type DestinationGroups,
} from './destination-words.ts';
import type { ImportScreen } from '../import-screen.svelte.ts';
import { newPlacesWords } from './new-places-words.ts';
import { namesIn, oneOfEach } from './dry-run-names.ts';
import { keysOf, sharedNotes } from './shared-notes.ts';
import { rowsFor, type AnyRow, type Names, type RowFilter } from './row-words.ts';

/** Fields that a column may be taken for by what stands in it. */
const GUESSED: ReadonlySet<string> = new Set(['code', 'adamId', 'vipId', 'sku']);

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
  #credit = $derived.by(() => {
    const { dryRun } = this.#screen;
    return dryRun?.programme === 'apple-credit' ? dryRun : undefined;
  });
  readonly rows = $derived<readonly AnyRow[]>(this.#plan?.rows ?? []);
  readonly counts = $derived(this.#plan?.counts ?? NO_COUNTS);
  readonly shown = $derived(rowsFor(this.rows, this.filter));
  /** What many of the shown rows say alike: it stands above them, once. */
  readonly shared = $derived(sharedNotes(this.shown));
  readonly told = $derived(keysOf(this.shared));
  readonly toImport = $derived(this.counts.new + this.counts.changed);
  readonly shows = $derived.by(() => {
    // Of the rows that are shown: the next ones may be on their way, of a sheet that is read anew.
    const { dryRun } = this.#screen;
    const { sheets } = dryRun?.waiting ?? this.#screen;
    const programme = dryRun?.programme ?? this.#screen.programme;
    if (programme === 'adobe-vip') return 'vip';
    if (programme === 'apple-licences')
      return sheets.some(({ kind }) => kind === 'installs') ? 'installs' : 'lists';
    return sheets.some(({ kind }) => kind === 'credit') ? 'orders' : 'codes';
  });
  /** A reconciliation report of which nothing is left to write: what comes next lies elsewhere. */
  readonly leadsOn = $derived.by(
    () =>
      this.toImport === 0 &&
      this.#screen.dryRun !== undefined &&
      this.#screen.sheets.some(({ kind }) => kind === 'invoices'),
  );
  /** What a column can mean, with its word. */
  fieldsOf({ kind }: AnyOutline): readonly (readonly [string, string])[] {
    const { fields, lists } = this.#text.import;
    if (this.#screen.programme === 'adobe-vip')
      return VIP_LIST_FIELDS[kind as VipListKind].map((field) => [
        field,
        this.#text.importVip.columns[field],
      ]);
    if (kind === 'installs')
      return INSTALL_FIELDS.map((field) => [field, lists.installColumns[field]]);
    return this.#screen.programme === 'apple-licences'
      ? LICENCE_FIELDS.map((field) => [field, lists.columns[field]])
      : SHEET_FIELDS.map((field) => [field, fields[field]]);
  }
  /** Assigned licences that a whole list no longer names. */
  readonly gone = $derived.by(() => {
    const { dryRun } = this.#screen;
    return dryRun?.programme === 'apple-licences' ? dryRun.plan.gone.length : 0;
  });
  /** How many rows only say anew what stands. */
  readonly confirmed = $derived.by(() => {
    const { dryRun } = this.#screen;
    return dryRun?.programme === 'apple-licences' ? dryRun.plan.confirmed : 0;
  });
  /** Locations that are not here yet, in words; '' without any. */
  readonly newPlaces = $derived.by(() => {
    const { dryRun } = this.#screen;
    return dryRun?.programme === 'apple-licences'
      ? newPlacesWords(dryRun.plan.newPlaces, this.#text)
      : '';
  });
  /**
   * What the one button says: how many rows it writes, or what else happens where it writes none.
   */
  readonly importWords = $derived.by(() => {
    const words = this.#text.import;
    if (this.toImport > 0) return words.importRows(this.toImport);
    if (this.#waitsForApp) return words.lists.chooseApp;
    if (this.gone > 0) return words.lists.importGone(this.gone);
    return this.confirmed > 0 ? words.lists.confirm(this.confirmed) : words.nothingToImport;
  });
  readonly canImport = $derived(
    this.toImport + this.gone + this.confirmed > 0 && !this.#needsMapping && !this.#isReadAnew,
  );

  get asksDestination(): { readonly title: string; readonly why: string } {
    const words = this.#text.import;
    if (this.#asksApp) return { title: words.lists.asksApp, why: words.lists.asksAppWhy };
    return this.#screen.programme === 'apple-licences'
      ? { title: words.lists.asksPlace, why: words.lists.asksPlaceWhy }
      : { title: words.asksDestination, why: words.asksDestinationWhy };
  }

  get #asksApp(): boolean {
    const { dryRun } = this.#screen;
    return dryRun?.programme === 'apple-licences' && dryRun.plan.asksApp.length > 0;
  }
  get #waitsForApp(): boolean {
    return this.#asksApp && typeof this.#screen.choice.destination === 'string';
  }
  get #needsMapping(): boolean {
    return this.#screen.needsMapping;
  }
  get #isReadAnew(): boolean {
    return this.#screen.isReadAnew;
  }

  /** Why the button cannot be pressed, or what it leaves out. */
  get note(): string | undefined {
    const words = this.#text.import;
    if (this.#needsMapping) return words.confirmFirst;
    if (this.#waitsForApp) return words.lists.chooseAppFirst;
    const open = this.#screen.questions.some(({ id }) => this.#screen.answers[id] === undefined);
    return open || this.unsure.length > 0 ? words.answerFirst : undefined;
  }

  /** What is asked of a column that was taken for codes, apps or customers by its content. */
  get guessed(): { readonly title: string; readonly why: string } | undefined {
    const sheet = this.#screen.sheets.find(({ needsMapping }) => needsMapping);
    const column = sheet?.columns.find(({ field }) => GUESSED.has(field));
    const words = this.#text.import;
    const { asksColumns: asksLists, asksColumnsOpen } = this.#text.importVip;
    if (sheet !== undefined && column === undefined && this.#screen.programme === 'adobe-vip')
      return { title: asksLists, why: asksColumnsOpen };
    if (column === undefined) return undefined;
    const heading = column.heading || words.columnNumber(column.index + 1);
    const { asksColumns, asksColumnsWhy } =
      this.#screen.programme === 'adobe-vip' ? this.#text.importVip : words;
    return { title: asksColumns, why: asksColumnsWhy(heading) };
  }

  /** One row for each order number that several orders have. */
  readonly unsure = $derived(oneOfEach(this.#credit?.plan.rows ?? []));

  readonly currency = $derived.by(
    () =>
      this.#credit?.waiting.sheets
        .map(({ metadata }) => metadata.currency)
        .find((currency) => currency) ?? 'SEK',
  );

  countOf(filter: RowFilter): number {
    return rowsFor(this.rows, filter).length;
  }

  mappedNote({ columns }: AnyOutline): string {
    const filled = columns.filter(({ heading, filled: cells }) => heading !== '' || cells > 0) as {
      field: string;
    }[];
    return this.#text.import.mapped(
      filled.filter(({ field }) => field !== '').length,
      filled.length,
    );
  }

  /** Where codes without an order may go; undefined for a file of credit orders. */
  get destinations(): DestinationGroups | undefined {
    const { dryRun, choice, sheets } = this.#screen;
    if (dryRun?.programme === 'adobe-vip') return undefined;
    if (dryRun?.programme === 'apple-licences')
      return appsFor(dryRun, this.#text) ?? placesFor(dryRun, this.#text);
    if (dryRun === undefined || !sheets.some(({ kind }) => kind === 'codes')) return undefined;
    if (choice.destination === 'as-suggested' || this.#suggested === undefined)
      this.#suggested = dryRun.plan;
    return destinationsFor(dryRun.plan, this.#suggested, dryRun.known, this.#text);
  }

  #names = $derived.by(() => namesIn(this.#credit));

  readonly nameOf: Names = (id) => this.#names.get(id) ?? '';

  /** What tells orders of one number apart: purchaser, value, day. */
  readonly describeOrder: Names = (id) => {
    const order = this.#credit?.known.orders.find((record) => record.id === id);
    if (order === undefined) return '';
    const { purchaserName, purchaserAppleId, amount, currency, orderDate, orderNumber } =
      order.data;
    const said = [
      purchaserName || purchaserAppleId,
      this.#text.format.money(amount, currency),
      orderDate,
    ];
    return said.filter((part) => part !== '').join(', ') || orderNumber;
  };
}

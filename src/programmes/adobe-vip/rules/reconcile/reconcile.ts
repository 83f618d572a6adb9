import type { InvoiceLine } from '../product/invoice-line.ts';
import type { PriceListItem } from '../product/price-list-item.ts';
import { answeredPair, answerTo, type RecordOf } from './answers.ts';
import { coveredDays, reportKey, type Covers } from './covered-days.ts';
import { differencesOf, listedOn } from './differences.ts';
import { numberKey } from '../number-key.ts';
import type { Guess } from './guesses.ts';
import { whoseLines } from './line-customer.ts';
import { lookAlikes, type LookAlikes } from './look-alikes.ts';
import { ourLines, type OurBook } from './our-lines.ts';
import { grouped } from '#core/grouped.ts';
import { Paired } from './pair-by-key.ts';
import { pairCredits, returnKey } from './pair-credits.ts';
import { pairInvoices } from './pair-invoices.ts';
import type { ReconcileRow } from './row.ts';
import {
  byInvoice,
  compared,
  type OurLine,
  type OurReturn,
  type Pairing,
  type ReconcileGroup,
} from './sides.ts';

/**
 * Everything that is compared: our own, what was invoiced, and the price list that prices are
 * explained by.
 */
export type Reconciled = OurBook & {
  readonly lines: readonly InvoiceLine[];
  readonly prices: readonly PriceListItem[];
};

/**
 * How our orders and returns compare with what was invoiced; `outside` counts those on days that no
 * report covers.
 */
export type Reconciliation = { readonly rows: readonly ReconcileRow[]; readonly outside: number };

/**
 * Pairs all that is here, and says of the rest what it looks like (requirement C13). Maps all the
 * way: 25,000 lines are one breath.
 */
export const reconcile = (given: Reconciled): Reconciliation => {
  const ours = ourLines(given);
  const mine = new Map(ours.map((line) => [line.key, line]));
  const whose = whoseLines(given.customers.toSorted((a, b) => compared(a.id, b.id)));
  const paired = new Paired();
  const charged = given.lines.filter(({ data }) => data.charge === 'invoice');
  pairInvoices(mine, charged, whose, paired);
  const credits = pairCredits(
    mine,
    given.lines.filter(({ data }) => data.charge !== 'invoice'),
    paired,
  );
  const theirsOf = ({ key }: OurLine): readonly InvoiceLine[] => {
    const [billed, corrected] = [paired.of(key), credits.ofLine.get(key)];
    return corrected === undefined && billed.length < 2
      ? billed
      : [...billed, ...(corrected ?? [])].sort(byInvoice);
  };
  const covers = coversOf(given.lines);
  const [pairings, free]: [Pairing[], OurLine[]] = [[], []];
  for (const line of ours) {
    const theirs = theirsOf(line);
    if (theirs.length === 0) free.push(line);
    // Most orders are from other months: they are left out.
    if (theirs.length > 0 || line.returns.length > 0 || covers(line.orderDate).length > 0)
      pairings.push(...pairingsOf(line, theirs, credits.ofReturn));
  }
  const left = [...charged.filter((line) => !paired.has(line)), ...credits.left].sort(byInvoice);
  const alone = left.map((line): Pairing => ({
    ours: undefined,
    taken: undefined,
    returns: [],
    theirs: [line],
  }));
  const alike = lookAlikes(left, { ours, free }, whose);
  // Lines first: an order shows the line it resembles.
  const rows = rowsOf([...alone, ...pairings], { ...given, covers, alike });
  const shown = rows.filter(
    ({ ours: line, taken }) => line !== undefined && taken === undefined,
  ).length;
  return { rows, outside: ours.length - shown };
};

/**
 * Our line and its returns: returns that are credited, or that nothing else accounts for, get their
 * own row.
 */
const pairingsOf = (
  ours: OurLine,
  theirs: readonly InvoiceLine[],
  ofReturn: ReadonlyMap<string, readonly InvoiceLine[]>,
): Pairing[] => {
  if (ours.returns.length === 0) return [{ ours, taken: undefined, returns: [], theirs }];
  const isCredited = (ourReturn: OurReturn): boolean => ofReturn.has(returnKey(ourReturn));
  const waiting = ours.returns.filter((ourReturn) => !isCredited(ourReturn));
  const missing = ours.quantity - theirs.reduce((sum, { data }) => sum + data.quantity, 0);
  const isTakenOff =
    waiting.length > 0 &&
    waiting.reduce((sum, ourReturn) => sum + ourReturn.quantity, 0) === missing;
  const isAccountedFor = theirs.length === 0 || isTakenOff;
  const apart = ours.returns.filter((ourReturn) => !isAccountedFor || isCredited(ourReturn));
  return [
    { ours, taken: undefined, returns: isAccountedFor ? waiting : [], theirs },
    ...apart.map((taken) => {
      const credits = [...(ofReturn.get(returnKey(taken)) ?? [])].sort(byInvoice);
      return { ours, taken, returns: [], theirs: credits };
    }),
  ];
};

const rowsOf = (
  pairings: readonly Pairing[],
  { orders, returns, lines, prices, covers, alike }: Reconciled & Pick<About, 'covers' | 'alike'>,
): ReconcileRow[] => {
  const records = new Map([...orders, ...returns].map((record) => [record.id, record]));
  const named = new Set(
    lines.map(({ data }) => numberKey(data.orderNumber)).filter((number) => number !== ''),
  );
  const about = {
    listed: listedOn(prices),
    alike,
    named,
    covers,
    recordOf: (id: string) => records.get(id),
  };
  const rows = pairings.map((pairing) => rowOf(pairing, about)).filter((row) => row !== undefined);
  return rows.sort(byDay);
};

type About = {
  readonly listed: ReturnType<typeof listedOn>;
  readonly alike: LookAlikes;
  /** The orders that a line of a report names, by a charge or a credit. */
  readonly named: ReadonlySet<string>;
  readonly covers: (day: string) => readonly string[];
  readonly recordOf: RecordOf;
};

/** Undefined for what is outside the days that the reports cover. */
const rowOf = (pairing: Pairing, about: About): ReconcileRow | undefined => {
  const { ours, taken, theirs } = pairing;
  const [group, guesses] = standingOf(pairing, about);
  const covered = group === 'order-without-line' ? about.covers(dayOf(pairing)) : [];
  if (group === 'order-without-line' && covered.length === 0) return undefined;
  return {
    ...pairing,
    key: taken === undefined ? (ours?.key ?? theirs[0]!.id) : returnKey(taken),
    group,
    guesses,
    answer: answerTo(pairing, group, about.recordOf),
    isPairedByHand: ours !== undefined && theirs.some((line) => answeredPair(line) !== undefined),
    reports: theirs.length > 0 ? [...new Set(theirs.map(reportKey))] : covered,
  };
};

const standingOf = (
  pairing: Pairing,
  about: About,
): readonly [ReconcileGroup, readonly Guess[]] => {
  const { listed, alike } = about;
  const { ours, taken, theirs, returns } = pairing;
  if (ours === undefined) return ['line-without-order', [lineGuess(theirs[0]!, alike)]];
  if (theirs.length === 0) return ['order-without-line', [orderGuess(ours, taken, returns, about)]];
  const { isDiffering, guesses } = differencesOf(pairing, returns, listed);
  return [isDiffering ? 'differ' : 'pair', guesses];
};

const lineGuess = (line: InvoiceLine, alike: LookAlikes): Guess => {
  const guess = alike.of(line);
  // A credit is of what was granted: an order alone says nothing of it.
  return line.data.charge === 'invoice' || guess.code === 'no-customer'
    ? guess
    : { code: 'no-return', params: { number: line.data.orderNumber } };
};

const orderGuess = (
  ours: OurLine,
  taken: OurReturn | undefined,
  returns: readonly OurReturn[],
  { alike, named }: Pick<About, 'alike' | 'named'>,
): Guess => {
  if (taken !== undefined)
    return { code: 'credit-to-come', params: { quantity: taken.quantity, on: taken.on } };
  const gone = returns.reduce((sum, { quantity }) => sum + quantity, 0);
  if (gone >= ours.quantity && gone > 0)
    return { code: 'all-returned', params: { on: returns.at(-1)!.on } };
  const { orderNumber } = ours;
  const other: Guess = named.has(numberKey(orderNumber))
    ? { code: 'named-elsewhere', params: { number: orderNumber } }
    : { code: 'not-invoiced' };
  return alike.back(ours) ?? other;
};

const dayOf = ({ ours, taken, theirs }: Pairing): string =>
  taken?.on ?? ours?.orderDate ?? theirs[0]?.data.orderDate ?? '';

const byDay = (a: ReconcileRow, b: ReconcileRow): number =>
  compared(dayOf(a), dayOf(b)) || compared(a.key, b.key);

/** The reports that cover a day. */
const coversOf = (lines: readonly InvoiceLine[]): ((day: string) => readonly string[]) => {
  const reports = [...grouped(lines, reportKey)].map(([key, of]): readonly [string, Covers] => [
    key,
    coveredDays(of),
  ]);
  const known = new Map<string, readonly string[]>();
  return (day) => {
    const found =
      known.get(day) ??
      reports
        .filter(([, covers]) => covers(day))
        .map(([key]) => key)
        .sort();
    known.set(day, found);
    return found;
  };
};

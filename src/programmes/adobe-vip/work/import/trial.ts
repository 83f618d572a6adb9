import type { IncomingVip, KnownVip, VipPlan } from '#programmes/adobe-vip/import/plan/planned.ts';
import { vipKeys } from '#programmes/adobe-vip/import/match/keys.ts';
import { planVipRows } from '#programmes/adobe-vip/import/plan/plan.ts';
import type { VipRow } from '#programmes/adobe-vip/import/read/values.ts';
import type { VolymRecord } from '#core/record/record.ts';
import { importState, type ImportedChange, type ImportRun } from '#core/import/import-run.ts';
import { conditionOf, isFine } from '#data/records/read-record.ts';
import { workspaceIn } from '#data/workspace/workspace-in.ts';
import { inTurns } from '#data/import/in-turns.ts';
import { keyedIds } from '#data/import/keyed-ids.ts';
import { keyedSources } from '#data/import/lot/keyed-sources.ts';
import type { OpenFile } from '#data/import/open-file.ts';
import type { ImportParts, Trial } from '#data/import/trial.ts';
import { ofOtherKind } from '#data/import/of-other-kind.ts';
import type { Found, KindId } from '#data/records/found.ts';

/** An open file of VIP customers, authorizations, orders, prices or invoices. */
export type VipFile = Extract<OpenFile, { programme: 'adobe-vip' }>;

/** A dry run of lists of a VIP reseller: what would happen, and what is needed to do it. */
export type VipDryRun = {
  readonly programme: 'adobe-vip';
  readonly file: IncomingVip;
  readonly plan: VipPlan;
  readonly known: KnownVip;
  readonly waiting: VipFile;
};

/**
 * Tries lists out. Ids that were made are kept from one try to the next; which customer a list is of
 * may be chosen.
 */
export const vipTrial = ({ records, vault }: ImportParts): Trial<VipFile, VipDryRun> => {
  const { idOf, make } = keyedIds(vault);
  return {
    try: async (waiting, answers, choice, watched = {}) => {
      const rows = (await waiting.rows(answers)).flatMap((list) => list.rows) as VipRow[];
      watched.signal?.throwIfAborted();
      const { isPart } = waiting;
      const file = { ...(await keyedSources(waiting, vault)), rows, isPart };
      const keys = await inTurns(vipKeys(rows), watched.signal);
      await make(keys, watched);
      const read = await readKnown(file, records);
      const others = await ofOtherKind(records, keys, idOf);
      const known = {
        ...read,
        strange: new Set([...read.strange, ...others.map(({ id }) => id)]),
        idOf,
      };
      const plan = await inTurns(planVipRows(file, known, choice), watched.signal);
      return { programme: 'adobe-vip', file, plan, known, waiting };
    },
    again: async (before, choice) => ({
      ...before,
      plan: await inTurns(planVipRows(before.file, before.known, choice)),
    }),
  };
};

/** Reads what the store knows already, as far as the lists touch it. */
const readKnown = async (
  { rows }: IncomingVip,
  records: ImportParts['records'],
): Promise<Omit<KnownVip, 'idOf'>> => {
  const brings = new Set(rows.map((row) => (row.outcome === 'value' ? row.is : '')));
  const isOfHolders = brings.has('holder');
  const isOfCustomers =
    isOfHolders || brings.has('customer') || brings.has('authorization') || brings.has('order');
  const all = async <Id extends KindId>(kind: Id, isNeeded: boolean): Promise<Found<Id>[]> =>
    isNeeded ? records.find({ kind, trashed: true }) : [];
  const isOfPurchases = brings.has('authorization') || brings.has('order');
  // A list of customers may bring the anniversaries that orders which are here renew.
  const isOfTerms = isOfHolders || brings.has('customer') || brings.has('order');
  const [customers, authorizations, orders, returns, prices, invoices, runs, workspace] =
    await Promise.all([
      all('vip-customer', isOfCustomers),
      all('purchase-authorization', isOfCustomers),
      all('vip-order', isOfTerms),
      all('return-authorization', isOfTerms),
      all('price-list-item', isOfPurchases || brings.has('price')),
      all('invoice-line', brings.has('invoice')),
      records.find({ kind: 'import-run' }),
      workspaceIn(records),
    ]);
  const found: readonly VolymRecord[][] = [
    customers,
    authorizations,
    orders,
    returns,
    prices,
    invoices,
  ];
  const strange = found.flat().filter((record) => conditionOf(record) !== 'fine');
  const { today, now, by } = records.doing();
  return {
    customers: customers.filter(isFine),
    authorizations: authorizations.filter(isFine),
    orders: orders.filter(isFine),
    returns: returns.filter(isFine),
    prices: prices.filter(isFine),
    invoices: invoices.filter(isFine),
    strange: new Set(strange.map(({ id }) => id)),
    ...ofImports(runs.filter((run) => conditionOf(run) === 'fine')),
    today,
    now,
    by,
    editions: workspace?.data.editions,
  };
};

/** What the imports that were not undone read, and what they changed. */
const ofImports = (runs: readonly ImportRun[]): Pick<KnownVip, 'files' | 'written'> => {
  const stand = runs.filter((run) => importState(run) === 'imported');
  const written = new Map<string, ImportedChange['fields'][]>();
  for (const { id, fields } of stand.flatMap(({ data }) => data.changed)) {
    const there = written.get(id);
    if (there === undefined) written.set(id, [fields]);
    else there.push(fields);
  }
  const files = stand.flatMap(({ data }) => [
    data.file,
    ...(data.files ?? []).map(({ file }) => file),
  ]);
  return { files: new Set(files), written };
};

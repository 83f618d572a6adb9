import type {
  IncomingVip,
  KnownVip,
  VipPlan,
} from '#programmes/adobe-vip/import/plan/planned-vip.ts';
import { vipKeys } from '#programmes/adobe-vip/import/match/vip-keys.ts';
import { planVipRows } from '#programmes/adobe-vip/import/plan/vip-plan.ts';
import type { VipRow } from '#programmes/adobe-vip/import/cells/vip-values.ts';
import type { InvoiceLine } from '#programmes/adobe-vip/rules/product/invoice-line.ts';
import type { PriceListItem } from '#programmes/adobe-vip/rules/product/price-list-item.ts';
import type { PurchaseAuthorization } from '#programmes/adobe-vip/rules/authorization/purchase-authorization.ts';
import type { ReturnAuthorization } from '#programmes/adobe-vip/rules/return/return-authorization.ts';
import type { VipCustomer } from '#programmes/adobe-vip/rules/customer/vip-customer.ts';
import type { VipOrder } from '#programmes/adobe-vip/rules/order/vip-order.ts';
import type { VolymRecord } from '#core/record/record.ts';
import { importState, type ImportedChange, type ImportRun } from '#core/import/import-run.ts';
import { conditionOf } from '#data/records/read-record.ts';
import { workspaceIn } from '#data/workspace/workspace-in.ts';
import { inTurns } from '#data/import/in-turns.ts';
import { keyedIds } from '#data/import/keyed-ids.ts';
import type { OpenFile } from '#data/import/open-file.ts';
import type { ImportParts, Trial } from '#data/import/trial.ts';
import { ofOtherKind } from '#data/import/of-other-kind.ts';

/** An open file of VIP customers, authorizations, orders, prices or invoices. */
export type VipFile = Extract<OpenFile, { programme: 'adobe-vip' }>;

/** A dry run of lists of a VIP reseller: what would happen, and what is needed to do it. */
export type VipDryRun = {
  readonly programme: 'adobe-vip';
  readonly file: IncomingVip;
  readonly plan: VipPlan;
  readonly waiting: VipFile;
};

/**
 * Tries lists out. Ids that were made are kept from one try to the next; no answer sends rows
 * elsewhere.
 */
export const vipTrial = ({ records, vault }: ImportParts): Trial<VipFile, VipDryRun> => {
  const { idOf, make } = keyedIds(vault);
  return {
    try: async (waiting, answers, _choice, watched = {}) => {
      const rows = (await waiting.rows(answers)).flatMap((list) => list.rows) as VipRow[];
      watched.signal?.throwIfAborted();
      const file = { name: waiting.name, file: await vault.keyedId('file', waiting.digest), rows };
      const keys = await inTurns(vipKeys(rows), watched.signal);
      await make(keys, watched);
      const read = await readKnown(file, records);
      const others = await ofOtherKind(records, keys, idOf);
      const known = {
        ...read,
        strange: new Set([...read.strange, ...others.map(({ id }) => id)]),
        idOf,
      };
      const plan = await inTurns(planVipRows(file, known), watched.signal);
      return { programme: 'adobe-vip', file, plan, waiting };
    },
    again: (before) => Promise.resolve(before),
  };
};

/** Reads what the store knows already, as far as the lists touch it. */
const readKnown = async (
  { rows }: IncomingVip,
  records: ImportParts['records'],
): Promise<Omit<KnownVip, 'idOf'>> => {
  const brings = new Set(rows.map((row) => (row.outcome === 'value' ? row.is : '')));
  const isOfCustomers =
    brings.has('customer') || brings.has('authorization') || brings.has('order');
  const all = async (kind: string, isNeeded: boolean): Promise<VolymRecord[]> =>
    isNeeded ? records.find({ kind, trashed: true }) : [];
  const isOfPurchases = brings.has('authorization') || brings.has('order');
  // A list of customers may bring the anniversaries that orders which are here renew.
  const isOfTerms = brings.has('customer') || brings.has('order');
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
  const found = [customers, authorizations, orders, returns, prices, invoices];
  const strange = found.flat().filter((record) => !isFine(record));
  const { today, now, by } = records.doing();
  return {
    customers: customers.filter(isFine) as VipCustomer[],
    authorizations: authorizations.filter(isFine) as PurchaseAuthorization[],
    orders: orders.filter(isFine) as VipOrder[],
    returns: returns.filter(isFine) as ReturnAuthorization[],
    prices: prices.filter(isFine) as PriceListItem[],
    invoices: invoices.filter(isFine) as InvoiceLine[],
    strange: new Set(strange.map(({ id }) => id)),
    ...ofImports(runs.filter(isFine) as ImportRun[]),
    today,
    now,
    by,
    editions: workspace?.data.editions,
  };
};

/** What the imports that stand read, and what they changed. */
const ofImports = (runs: readonly ImportRun[]): Pick<KnownVip, 'files' | 'written'> => {
  const stand = runs.filter((run) => importState(run) === 'imported');
  const written = new Map<string, ImportedChange['fields'][]>();
  for (const { id, fields } of stand.flatMap(({ data }) => data.changed)) {
    const there = written.get(id);
    if (there === undefined) written.set(id, [fields]);
    else there.push(fields);
  }
  return { files: new Set(stand.map(({ data }) => data.file)), written };
};

const isFine = (record: VolymRecord): boolean => conditionOf(record) === 'fine';

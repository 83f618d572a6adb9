import type { CreditOrder } from '#programmes/apple-credit/rules/order/credit-order.ts';
import { isSaidAgain } from '#programmes/apple-licences/import/plan/said-later.ts';
import { isOfImport } from '#core/import/import-steps.ts';
import { isOfRun, WITH_ORDER } from '#core/import/why-stays.ts';
import type { RedemptionCode } from '#programmes/apple-credit/rules/code/redemption-code.ts';
import type { VolymRecord } from '#core/record/record.ts';
import { standingSteps } from '#core/record/step.ts';
import type { ImportRun } from '#core/import/import-run.ts';
import { childrenUnder, countByParent } from '#data/import/codes-under.ts';
import type { Records } from '#data/records/records.ts';
import { objectWords } from '../../due/deadline-words.ts';
import { ownEntry } from '#core/own-entry.ts';
import { paths } from '#ui/paths.ts';
import type { Texts } from '#ui/text.ts';

/** An order, batch, app or user that an import touched and that is still there. */
export type RunParent = {
  readonly id: string;
  readonly name: string;
  readonly href: string | undefined;
  /** What lies under it: codes, licences, what was authorized and ordered, or nothing ever. */
  readonly holds: 'codes' | 'licences' | 'purchases' | 'nothing';
  /** How many of those the import brought, and how many of each kind. */
  readonly brought: number;
  readonly broughtKinds?: ReadonlyMap<string, number> | undefined;
  /** How many codes under it the import marked as redeemed. */
  readonly redeemed: number;
  /** How many licences under it are free, since the import's list no longer names them. */
  readonly freed: number;
  /** How many licences under it got a new install status. */
  readonly reported: number;
  readonly isChanged: boolean;
  /** Its counts were said anew, and are the same. */
  readonly isConfirmed: boolean;
};

/** A record that stayed when the import was undone, and why. */
export type KeptRecord = {
  readonly id: string;
  readonly name: string;
  readonly reason: string;
  readonly href: string | undefined;
};

/**
 * What an import left in the workspace: the orders and batches, and what was kept when it was
 * undone.
 */
export const contentOf = async (
  run: ImportRun,
  records: Records,
  text: Texts,
): Promise<{ readonly parents: readonly RunParent[]; readonly kept: readonly KeptRecord[] }> => {
  const { created, restored, changed, parents: filled, kept } = run.data;
  const touched = await records.many(changed.map(({ id }) => id));
  const marked = countByParent([...touched.values()].filter((record) => isRedeemedBy(run, record)));
  const noLonger = countByParent([...touched.values()].filter((record) => isFreedBy(run, record)));
  const said = changed
    .filter(({ fields }) => 'install' in fields)
    .flatMap((change) => touched.get(change.id) ?? []);
  const status = countByParent(said);
  const above = [...marked.keys(), ...noLonger.keys(), ...status.keys()];
  const ids = [...new Set([...created, ...restored, ...filled, ...touched.keys(), ...above])];
  const found = await records.many([...ids, ...kept.map(({ id }) => id)]);
  const [counts, kinds] = await broughtBy(run, records);
  const parents = ids.flatMap((id) => {
    const record = found.get(id);
    if (record === undefined || record.trashedOn !== '' || record.parent !== '') return [];
    const told = toldOf(changed.find((change) => change.id === id));
    const under = [counts, marked, noLonger, status];
    const [brought = 0, redeemed = 0, freed = 0, reported = 0] = under.map((count) =>
      count.get(id),
    );
    const holds = ownEntry(HOLDS, record.kind) ?? 'nothing';
    return [
      {
        id,
        name: nameOf(record, text),
        href: hrefOf(record),
        holds,
        broughtKinds: kinds.get(id),
        brought,
        redeemed,
        freed,
        reported,
        ...told,
      },
    ];
  });
  const parentNames = await records.many(
    [...found.values()].map(({ parent }) => parent).filter((id) => id !== ''),
  );
  // An order that stays for the sake of a code is named with the code.
  const ofCodes = parentsOfKept(kept, found);
  const named = kept.flatMap(({ id, reason }) => {
    const record = found.get(id);
    if (record === undefined || (FOR_WHAT_IS_UNDER.has(reason) && ofCodes.has(id))) return [];
    const words = text.import.keptReasons;
    const why = ownEntry<string>(words, reason) ?? reason;
    return [{ id, name: keptName(record, parentNames, text), reason: why, href: hrefOf(record) }];
  });
  return { parents, kept: named };
};

/** How many records an import brought under each parent: all of them, and those of each kind. */
const broughtBy = async ({ id, data: { parents } }: ImportRun, records: Records) => {
  const came = (await childrenUnder(records, parents)).filter((child) => isOfRun(child, id));
  return [countByParent(came), kindsByParent(came)] as const;
};

/** How many of each kind lie under each parent. */
const kindsByParent = (
  came: readonly VolymRecord[],
): ReadonlyMap<string, ReadonlyMap<string, number>> => {
  const found = new Map<string, Map<string, number>>();
  for (const { parent, kind } of came) {
    const kinds = found.get(parent) ?? new Map<string, number>();
    found.set(parent, kinds.set(kind, (kinds.get(kind) ?? 0) + 1));
  }
  return found;
};

/**
 * The parents of what stays for a reason of its own: a code that stays with its order is no reason
 * for the order.
 */
const parentsOfKept = (
  kept: ImportRun['data']['kept'],
  found: ReadonlyMap<string, VolymRecord>,
): ReadonlySet<string> =>
  new Set(
    kept.filter(({ reason }) => reason !== WITH_ORDER).map(({ id }) => found.get(id)?.parent ?? ''),
  );

/** What is told of a change beside what lies under the record. */
const toldOf = (
  change: ImportRun['data']['changed'][number] | undefined,
): Pick<RunParent, 'isChanged' | 'isConfirmed'> => {
  const isConfirmed = change !== undefined && isSaidAgain(change);
  return { isConfirmed, isChanged: change !== undefined && !isConfirmed && !isOnlyCounted(change) };
};

/** Reasons of a record that stays for the sake of one under it. */
const FOR_WHAT_IS_UNDER: ReadonlySet<string> = new Set([
  'has-codes',
  'has-licences',
  'had-licences',
  'has-purchases',
]);

/**
 * Whether nothing but the sum of an app's installations changed: those are told of by how many
 * there are.
 */
const isOnlyCounted = ({ fields, steps }: ImportRun['data']['changed'][number]): boolean =>
  steps.length === 0 && Object.keys(fields).every((field) => field === 'installs');

/** Whether a known code is redeemed since the import said so. */
const isRedeemedBy = (run: ImportRun, { kind, trashedOn, steps }: VolymRecord): boolean =>
  kind === 'redemption-code' &&
  trashedOn === '' &&
  standingSteps(steps).some((step) => step.kind === 'redeemed' && isOfImport(run.id, step));

/** Whether a licence is free since the import's list no longer names it. */
const isFreedBy = (run: ImportRun, { kind, trashedOn, steps }: VolymRecord): boolean =>
  kind === 'assigned-licence' &&
  trashedOn === '' &&
  standingSteps(steps).some((step) => step.kind === 'not-listed' && isOfImport(run.id, step));

const HOLDS: Readonly<Record<string, RunParent['holds']>> = {
  'credit-order': 'codes',
  'code-batch': 'codes',
  'volume-app': 'licences',
  'vip-customer': 'purchases',
};

const nameOf = (record: VolymRecord, text: Texts): string => {
  if (record.kind === 'credit-order')
    return (record as CreditOrder).data.orderNumber || text.import.orderWithout;
  const { location = '', customerName = '' } = record.data as {
    readonly [of in 'location' | 'customerName']?: string;
  };
  return [objectWords(record, text), location, record.kind === 'invoice-line' ? customerName : '']
    .filter((part) => part !== '')
    .join(', ');
};

const keptName = (
  record: VolymRecord,
  parents: ReadonlyMap<string, VolymRecord>,
  text: Texts,
): string => {
  const parent = parents.get(record.parent);
  if (record.kind === 'assigned-licence')
    return [objectWords(record, text), parent === undefined ? '' : nameOf(parent, text)].join(', ');
  if (record.kind !== 'redemption-code') return nameOf(record, text);
  return text.import.keptCode(
    (record as RedemptionCode).data.number,
    parent === undefined ? '' : nameOf(parent, text),
  );
};

const UNDER_CUSTOMER: ReadonlySet<string> = new Set([
  'purchase-authorization',
  'vip-order',
  'return-authorization',
]);

const hrefOf = ({ id, kind, parent }: VolymRecord): string | undefined => {
  if (kind === 'invoice-line') return paths.vipReconcile();
  if (kind === 'redemption-code') return paths.codes(parent);
  if (kind === 'code-batch') return paths.codes(id);
  if (kind === 'volume-app') return paths.app(id);
  if (kind === 'assigned-licence') return paths.app(parent);
  if (kind === 'vip-customer') return paths.vipCustomer(id);
  if (UNDER_CUSTOMER.has(kind)) return paths.vipHistory(parent);
  return kind === 'credit-order' ? paths.order(id) : undefined;
};

import type { CreditOrder } from '#domain/apple-credit/credit-order.ts';
import { isOfImport } from '#domain/import/import-steps.ts';
import type { RedemptionCode } from '#domain/apple-credit/redemption-code.ts';
import type { VolymRecord } from '#domain/record.ts';
import { standingSteps } from '#domain/step.ts';
import type { ImportRun } from '#domain/workspace/import-run.ts';
import { codesUnder, countUnder } from '#data/import/codes-under.ts';
import type { Records } from '#data/records.ts';
import { objectWords } from '#ui/deadline-words.ts';
import { paths } from '#ui/paths.ts';
import type { Texts } from '#ui/text.ts';

/** An order or batch that an import touched and that is still there. */
export type RunParent = {
  readonly id: string;
  readonly name: string;
  readonly href: string;
  /** How many of the import's codes lie under it. */
  readonly codes: number;
  /** How many codes under it the import marked as redeemed. */
  readonly redeemed: number;
  readonly isChanged: boolean;
};

/** A record that stayed when the import was undone, and why. */
export type KeptRecord = { readonly id: string; readonly name: string; readonly reason: string; readonly href: string };

/** What an import left in the workspace: the orders and batches, and what was kept when it was undone. */
export const contentOf = async (
  run: ImportRun,
  records: Records,
  text: Texts,
): Promise<{ readonly parents: readonly RunParent[]; readonly kept: readonly KeptRecord[] }> => {
  const { created, restored, changed, parents: filled, kept } = run.data;
  const touched = await records.many(changed.map(({ id }) => id));
  const marked = countUnder([...touched.values()].filter((record) => isRedeemedBy(run, record)) as RedemptionCode[]);
  const ids = [...new Set([...created, ...restored, ...filled, ...touched.keys(), ...marked.keys()])];
  const found = await records.many([...ids, ...kept.map(({ id }) => id)]);
  const mine = (await codesUnder(records, filled)).filter(({ data }) => data.origin?.run === run.id);
  const counts = countUnder(mine);
  const parents = ids.flatMap((id) => {
    const record = found.get(id);
    if (record === undefined || record.trashedOn !== '' || record.kind === 'redemption-code') return [];
    const isChanged = changed.some((change) => change.id === id);
    const [codes = 0, redeemed = 0] = [counts, marked].map((under) => under.get(id)?.count);
    return [{ id, name: nameOf(record, text), href: hrefOf(record), codes, redeemed, isChanged }];
  });
  const parentNames = await records.many([...found.values()].map(({ parent }) => parent).filter((id) => id !== ''));
  // An order that stays for the sake of a code is named with the code.
  const ofCodes = new Set(kept.map(({ id }) => found.get(id)?.parent ?? ''));
  const named = kept.flatMap(({ id, reason }) => {
    const record = found.get(id);
    if (record === undefined || (reason === 'has-codes' && ofCodes.has(id))) return [];
    const words = text.import.keptReasons;
    const why = words[reason as keyof typeof words] ?? reason;
    return [{ id, name: keptName(record, parentNames, text), reason: why, href: hrefOf(record) }];
  });
  return { parents, kept: named };
};

/** Whether a known code is redeemed since the import said so. */
const isRedeemedBy = (run: ImportRun, { kind, trashedOn, steps }: VolymRecord): boolean =>
  kind === 'redemption-code' &&
  trashedOn === '' &&
  standingSteps(steps).some((step) => step.kind === 'redeemed' && isOfImport(run.id, step));

const nameOf = (record: VolymRecord, text: Texts): string =>
  record.kind === 'code-batch'
    ? objectWords(record, text)
    : (record as CreditOrder).data.orderNumber || text.import.orderWithout;

const keptName = (record: VolymRecord, parents: ReadonlyMap<string, VolymRecord>, text: Texts): string => {
  if (record.kind !== 'redemption-code') return nameOf(record, text);
  const parent = parents.get(record.parent);
  return text.import.keptCode((record as RedemptionCode).data.number, parent === undefined ? '' : nameOf(parent, text));
};

const hrefOf = ({ id, kind, parent }: VolymRecord): string =>
  kind === 'redemption-code' ? paths.codes(parent) : kind === 'code-batch' ? paths.codes(id) : paths.order(id);

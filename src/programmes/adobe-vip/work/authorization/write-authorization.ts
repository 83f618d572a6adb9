import {
  authorize,
  type AuthorizationInput,
  type Authorizing,
} from '#programmes/adobe-vip/rules/authorization/authorization-commands.ts';
import { withListedLines } from '#programmes/adobe-vip/import/match/line-match.ts';
import { called } from '#programmes/adobe-vip/rules/order/called.ts';
import { requestKey } from '#programmes/adobe-vip/import/match/keys.ts';
import { hasLines } from '#programmes/adobe-vip/rules/authorization/authorization-life.ts';
import type { PurchaseAuthorization } from '#programmes/adobe-vip/rules/authorization/purchase-authorization.ts';
import type { VipResult } from '#programmes/adobe-vip/rules/vip-problem.ts';
import { ok, refuse } from '#core/result.ts';
import { readUnder } from '#data/records/read-under.ts';
import type { Records } from '#data/records/records.ts';
import type { VipUndo } from '../vip-undo.ts';
import { createRecord } from '#data/trash/in-trash.ts';
import { newId } from '#platform/ids.ts';
import type { Here, Keyed } from '../here.ts';
import { readOne } from '#data/records/read-under.ts';

/** An authorization that was created, and what puts it into the trash again. */
type Created = { readonly authorization: PurchaseAuthorization; readonly undo: VipUndo };

/**
 * Creates a purchase authorization. Of one product and with its number it is the record that a list
 * makes of it on another device. Of several it is not: a list names lines in its own order, and
 * what is noted of one would be of another.
 */
export const writeAuthorization = async (
  { records, vault }: Pick<Here, 'records'> & { readonly vault: Keyed },
  input: AuthorizationInput,
  authorizing: Omit<Authorizing, 'others'>,
): Promise<VipResult<Created>> => {
  const kind = 'purchase-authorization';
  const others = await readUnder(records, {
    kind,
    parent: authorizing.customer,
  });
  const number = input.requestNumber.trim();
  if (called(others, 'requestNumber', number).some(hasLines))
    return refuse('request-number-known', 'requestNumber', { number });
  const isSingle = input.products.length === 1;
  const known = isSingle
    ? await authorizationIdFor({ records, vault }, authorizing.customer, number)
    : undefined;
  // Only whoever creates one needs what is under another customer of the same number.
  const { authorizationsOfNumber } = await import('../customer/same-number.ts');
  const all = [...others, ...(await authorizationsOfNumber(records, authorizing.customer))];
  const draft = authorize(
    known ?? newId(),
    input,
    { ...authorizing, others: all },
    records.doing(),
  );
  if (!draft.ok) return draft;
  const written = await createRecord(
    records,
    known === undefined ? draft.value : withListedLines(draft.value),
  );
  if (!written.ok) return written;
  const { record, undo } = written.value;
  return ok({ authorization: record, undo });
};

/**
 * The id that a list gives an authorization by its number; undefined where it has none yet, or
 * something else has it.
 */
const authorizationIdFor = async (
  { records, vault }: { readonly records: Records; readonly vault: Keyed },
  customer: string,
  requestNumber: string,
): Promise<string | undefined> => {
  const data = (await readOne(records, customer, 'vip-customer'))?.data;
  if (data === undefined || requestNumber === '') return undefined;
  const id = await vault.keyedId(...requestKey({ ...data, requestNumber }));
  return (await records.get(id)) === undefined ? id : undefined;
};

import {
  fieldsOf,
  inviteCustomer,
  type CustomerInput,
} from '#programmes/adobe-vip/rules/customer/customer-commands.ts';
import { customerKey, hasNumberOf } from '#programmes/adobe-vip/import/match/keys.ts';
import { numberKey } from '#programmes/adobe-vip/rules/number-key.ts';
import { bornUnder } from '#programmes/adobe-vip/rules/edition/rule-choices.ts';
import type { VipCustomerData } from '#programmes/adobe-vip/rules/customer/vip-customer.ts';
import type { Day } from '#core/day/day.ts';
import { nextIdOf } from '#core/record/next-id.ts';
import type { VipResult } from '#programmes/adobe-vip/rules/vip-problem.ts';
import { ok } from '#core/result.ts';
import { customersHere } from '../customer/customers-here.ts';
import { isFine } from '#data/records/read-record.ts';
import { newId } from '#platform/ids.ts';
import type { Here, Keyed } from '../here.ts';
import type { VipUndo } from '../vip-undo.ts';
import { takingBack } from '#data/records/taking-back.ts';
import { unlessAnyUnder, unmaking } from '#data/trash/in-trash.ts';
import { writeAgain } from '../write-again.ts';
import { isOfKind } from '#data/records/found.ts';

/** Where a customer is written down: the records, and what gives it its id. */
export type Given = Pick<Here, 'records'> & { readonly vault: Keyed };

/**
 * The id of a customer entered by hand: made from its VIP ID, else from its Marketplace id, the
 * same that a list gives it on another device, so that the two are merged instead of becoming two
 * customers; the same again if it was removed. If the number has moved to another customer since,
 * the next id. Without a number, or if the number's customer exists already, a new random id.
 */
const customerIdFor = async (
  { records, vault }: Given,
  who: Pick<VipCustomerData, 'vipId' | 'marketplaceId' | 'name'>,
): Promise<string> => {
  if (who.vipId + numberKey(who.marketplaceId) === '') return newId();
  const first = await vault.keyedId(...customerKey(who));
  const taken = new Set<string>();
  const next = (): string => nextIdOf(first, (id) => taken.has(id));
  for (;;) {
    const known = await records.get(next());
    if (known === undefined) return next();
    if (!isOfKind(known, 'vip-customer') || !isFine(known)) return newId();
    if (hasNumberOf(known.data, who)) return known.trashedOn === '' ? newId() : next();
    taken.add(next());
  }
};

/** A customer that was written down, and what takes that back. */
type Added = { readonly id: string; readonly name: string; readonly undo: VipUndo };

/**
 * Adds a customer, invited on a day or '' if unknown; returns its id. One with the same number is
 * restored from the trash as entered now.
 */
export const writeCustomer = async (
  app: Given & Here,
  input: CustomerInput,
  invitedOn: Day,
): Promise<VipResult<Added>> => {
  const { records, workspace } = app;
  const born = bornUnder(input.programme, workspace?.data.editions);
  const given = { others: await customersHere(records), ...born, invitedOn };
  const draft = inviteCustomer(
    await customerIdFor(app, fieldsOf(input)),
    input,
    given,
    records.doing(),
  );
  if (!draft.ok) return draft;
  const inTrash = (await records.get(draft.value.id)) !== undefined;
  const entries = ['plans', 'holders', 'editions'] as const;
  const kind = 'vip-customer';
  const written = await writeAgain(records, kind, draft.value, inTrash, entries);
  if (!written.ok) return written;
  const { record, back } = written.value;
  const { name } = draft.value.data;
  const undo = inTrash
    ? unlessAnyUnder(records, record.id, takingBack(records, { id: record.id, kind }, back))
    : unmaking(records, record);
  return ok({ id: record.id, name, undo });
};

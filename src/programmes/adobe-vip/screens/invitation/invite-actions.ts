import {
  fieldsOf,
  inviteCustomer,
  type CustomerInput,
} from '#programmes/adobe-vip/rules/customer/customer-commands.ts';
import { customerKey, hasNumberOf } from '#programmes/adobe-vip/import/match/vip-keys.ts';
import { numberKey } from '#programmes/adobe-vip/rules/number-key.ts';
import { bornUnder } from '#programmes/adobe-vip/rules/edition/rule-choices.ts';
import type { VipCustomerData } from '#programmes/adobe-vip/rules/customer/vip-customer.ts';
import type { Day } from '#core/day/day.ts';
import { nextIdOf } from '#core/record/next-id.ts';
import { ok, type Result } from '#core/result.ts';
import { customersHere } from '#data/customers/customers-here.ts';
import { isFine } from '#data/records/read-record.ts';
import { newId } from '#platform/ids.ts';
import type { App } from '#ui/app.svelte.ts';
import type { Texts } from '#ui/text.ts';
import { perform } from '#ui/perform.ts';
import { takingBack } from '#data/records/taking-back.ts';
import { unmaking } from '#data/trash/in-trash.ts';
import { sayingRefusal } from '../say-refusal.ts';
import { writeAgain } from '#programmes/adobe-vip/work/write-again.ts';
import { isOfKind } from '#data/records/found.ts';

type Given = Pick<App, 'records'> & { readonly vault: Pick<App['vault'], 'keyedId'> };

/**
 * The id of a customer that is written down by hand: by its VIP ID, else by its Marketplace id,
 * that which a list gives it on another device, so that the two meet instead of being two
 * customers; the same again where it was removed. Where a number has come to another since, the
 * next one. Without a number, or where the number's customer stands already, one of its own.
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

/**
 * Writes down a customer, invited on a day or '' where that is not said; answers its id. One of the
 * same number is restored from the trash as it is written down now.
 */
export const addCustomer = async (
  app: Given & Pick<App, 'workspace'>,
  input: CustomerInput,
  invitedOn: Day,
  text: Texts,
): Promise<Result<string>> => {
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
  const kind = 'vip-customer';
  const writing = writeAgain(records, kind, draft.value, inTrash, ['plans', 'holders', 'editions']);
  const written = await perform(writing, ({ record, back }) => ({
    message: text.vip.saved(draft.value.data.name),
    undo: inTrash
      ? takingBack(records, { id: record.id, kind: 'vip-customer' }, back)
      : unmaking(records, record),
    refused: sayingRefusal(records, text),
  }));
  return written.ok ? ok(written.value.record.id) : written;
};

import { renameCustomerOn } from '#domain/adobe-vip/authorization-commands.ts';
import {
  editCustomer,
  inviteCustomer,
  takeEditBack,
  type CustomerInput,
  type KnownCustomer,
} from '#domain/adobe-vip/customer-commands.ts';
import type { PurchaseAuthorization } from '#domain/adobe-vip/purchase-authorization.ts';
import { bornUnder } from '#domain/adobe-vip/rule-choices.ts';
import type { VipCustomer, VipCustomerData } from '#domain/adobe-vip/vip-customer.ts';
import type { Day } from '#domain/day.ts';
import { ok, type Problem, type Result } from '#domain/result.ts';
import { toTrash } from '#domain/trash.ts';
import { conditionOf } from '#data/read-record.ts';
import type { Records } from '#data/records.ts';
import { newId } from '#platform/ids.ts';
import type { App } from '../app.svelte.ts';
import type { Texts } from '../text.ts';
import { toasts } from '../toast.svelte.ts';
import { changeKept } from './kept-change.ts';
import { sayRefusal, undoing } from './say-refusal.ts';

const customersHere = async (records: Pick<Records, 'find'>): Promise<KnownCustomer[]> =>
  ((await records.find({ kind: 'vip-customer' })) as VipCustomer[])
    .filter((one) => conditionOf(one) === 'fine')
    .map(({ id, data }) => ({ id, name: data.name, vipId: data.vipId }));

/** Writes down a customer who was invited; answers its id. */
export const addCustomer = async (
  app: Pick<App, 'records' | 'workspace'>,
  input: CustomerInput,
  invitedOn: Day,
  text: Texts,
): Promise<Result<string>> => {
  const { records, workspace } = app;
  const born = bornUnder(input.programme, workspace?.data.editions);
  const given = { others: await customersHere(records), ...born, invitedOn };
  const draft = inviteCustomer(newId(), input, given, records.doing());
  if (!draft.ok) return draft;
  const written = await records.create(draft.value);
  if (!written.ok) return written;
  const { id } = written.value;
  toasts.say(text.vip.saved(draft.value.data.name), undoing(records, id, toTrash, text));
  return ok(id);
};

/** Changes those fields of a customer that are given; undone, what nobody changed since is as it was. */
export const changeCustomer = async (
  { records, workspace }: Pick<App, 'records' | 'workspace'>,
  id: string,
  changes: Partial<CustomerInput>,
  text: Texts,
): Promise<Problem | undefined> => {
  const { programme } = changes;
  const born = programme === undefined ? undefined : bornUnder(programme, workspace?.data.editions);
  const others = await customersHere(records);
  const changed = await changeKept<VipCustomerData>(records, id, (customer) =>
    editCustomer(customer, changes, others, born),
  );
  if (!changed.ok) return changed.problem;
  await nameOn(records, id, changed.value.after.data.name);
  toasts.say(text.vip.changed, async () => {
    const back = await records.change<VipCustomerData>(id, (now, doing) => takeEditBack(now, changed.value, doing));
    if (back.ok) await nameOn(records, id, back.value.data.name);
    else sayRefusal(back.problem, text, records.doing().today);
  });
  return undefined;
};

/** Its open authorizations stand on home under the customer's name. */
const nameOn = async (records: Records, id: string, name: string): Promise<void> => {
  const under = (await records.find({ kind: 'purchase-authorization', parent: id })) as PurchaseAuthorization[];
  const others = under.filter(({ data }) => data.customerName !== name).map((one) => one.id);
  await records.changeMany(others, (one) => renameCustomerOn(one as PurchaseAuthorization, name));
};

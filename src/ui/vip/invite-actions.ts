import { inviteCustomer, type CustomerInput, type KnownCustomer } from '#domain/adobe-vip/customer-commands.ts';
import { bornUnder } from '#domain/adobe-vip/rule-choices.ts';
import type { VipCustomer } from '#domain/adobe-vip/vip-customer.ts';
import type { Day } from '#domain/day.ts';
import { ok, type Result } from '#domain/result.ts';
import { toTrash } from '#domain/trash.ts';
import { conditionOf } from '#data/read-record.ts';
import type { Records } from '#data/records.ts';
import { newId } from '#platform/ids.ts';
import type { App } from '../app.svelte.ts';
import type { Texts } from '../text.ts';
import { toasts } from '../toast.svelte.ts';
import { undoing } from './say-refusal.ts';

/** The customers that are known, as far as two must not have one VIP ID. */
export const customersHere = async (records: Pick<Records, 'find'>): Promise<KnownCustomer[]> =>
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

import { sayHolder } from '#domain/adobe-vip/customer-commands.ts';
import { takeChangeBack } from '#domain/adobe-vip/take-steps-back.ts';
import type { VipCustomerData, VipHolder } from '#domain/adobe-vip/vip-customer.ts';
import type { Problem } from '#domain/result.ts';
import type { Command, Records } from '#data/records.ts';
import { newId } from '#platform/ids.ts';
import type { Texts } from '../../text.ts';
import { toasts } from '../../toast.svelte.ts';
import { changeKept } from '../kept-change.ts';
import { undoing } from '../say-refusal.ts';

/** Writes someone on the list of those who hold a licence. */
export const addHolder = (records: Records, id: string, holder: VipHolder, text: Texts): Promise<Problem | undefined> =>
  changeHolders(records, id, (one) => sayHolder(one, newId(), holder), text.vipRenewals.loss.added(holder.name), text);

/** Takes someone off that list. */
export const removeHolder = (
  records: Records,
  id: string,
  { known, name, plan }: { readonly known: string; readonly name: string; readonly plan: string },
  text: Texts,
): Promise<Problem | undefined> =>
  changeHolders(
    records,
    id,
    (one) => sayHolder(one, known, { name: '', group: '', plan }),
    text.vipRenewals.loss.removed(name),
    text,
  );

/** Changes the list; undone, whom nobody changed since is there as before. */
const changeHolders = async (
  records: Records,
  id: string,
  command: Command<VipCustomerData>,
  said: string,
  text: Texts,
): Promise<Problem | undefined> => {
  const changed = await changeKept(records, id, command);
  if (!changed.ok) return changed.problem;
  const back: Command<VipCustomerData> = (now, doing) => takeChangeBack(now, changed.value, doing, ['holders']);
  toasts.say(said, undoing(records, id, back, text));
  return undefined;
};

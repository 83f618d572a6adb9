import { changeOrderEdition, stateDue } from '#domain/adobe-vip/authorization-commands.ts';
import type { PurchaseAuthorizationData } from '#domain/adobe-vip/purchase-authorization.ts';
import { takeAddedBack } from '#domain/adobe-vip/take-steps-back.ts';
import type { Day } from '#domain/day.ts';
import { ok, type Problem } from '#domain/result.ts';
import { missingIn } from '#domain/step.ts';
import type { Command, Records } from '#data/records.ts';
import { toasts } from '../toast.svelte.ts';
import { changeKept } from './kept-change.ts';

type Change = Command<PurchaseAuthorizationData>;

/** Changes how the last day of an authorization is come to; undone, it is come to as before, and the steps are taken back. */
const changeDue = async (records: Records, id: string, command: Change, said: string): Promise<Problem | undefined> => {
  const changed = await changeKept(records, id, command);
  if (!changed.ok) return changed.problem;
  const { before, after } = changed.value;
  const { edition, statedDue } = before.data;
  toasts.say(said, async () => {
    await records.change<PurchaseAuthorizationData>(id, (one, doing) => {
      const was = { ...one, data: { ...one.data, edition, statedDue } };
      return missingIn(before.steps, after.steps).length === 0 ? ok(was) : takeAddedBack(was, changed.value, doing);
    });
  });
  return undefined;
};

/** Notes the last day as Adobe itself says it; '' goes back to the counted one. */
export const sayDue = (
  records: Records,
  id: string,
  stated: { readonly due: Day; readonly reason: string },
  said: string,
): Promise<Problem | undefined> => changeDue(records, id, (one, doing) => stateDue(one, stated, doing), said);

/** Counts the last day by another edition. */
export const countBy = (records: Records, id: string, edition: string, said: string): Promise<Problem | undefined> =>
  changeDue(records, id, (one) => changeOrderEdition(one, edition), said);

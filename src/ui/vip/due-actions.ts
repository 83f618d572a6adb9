import { changeOrderEdition, stateDue } from '#domain/adobe-vip/authorization-commands.ts';
import type { PurchaseAuthorization, PurchaseAuthorizationData } from '#domain/adobe-vip/purchase-authorization.ts';
import { takeStepsBack } from '#domain/adobe-vip/take-steps-back.ts';
import type { Day } from '#domain/day.ts';
import { ok, type Problem } from '#domain/result.ts';
import type { Command, Records } from '#data/records.ts';
import { toasts } from '../toast.svelte.ts';

type Change = Command<PurchaseAuthorizationData>;

/** Changes how the last day of an authorization is come to; undone, it is come to as before, and the steps are taken back. */
const changeDue = async (records: Records, id: string, command: Change, said: string): Promise<Problem | undefined> => {
  let before: PurchaseAuthorization | undefined;
  const answer = await records.change<PurchaseAuthorizationData>(id, (one, doing) => {
    before = one;
    return command(one, doing);
  });
  if (!answer.ok || before === undefined) return answer.ok ? undefined : answer.problem;
  const { edition, statedDue } = before.data;
  const known = new Set(before.steps.map((step) => step.id));
  const mine = new Set(answer.value.steps.map((step) => step.id).filter((step) => !known.has(step)));
  toasts.say(said, async () => {
    await records.change<PurchaseAuthorizationData>(id, (one, doing) => {
      const was = { ...one, data: { ...one.data, edition, statedDue } };
      return mine.size === 0 ? ok(was) : takeStepsBack(was, (step) => mine.has(step.id), doing);
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

import { changeOrderEdition, stateDue } from '#domain/adobe-vip/authorization-commands.ts';
import type { PurchaseAuthorizationData } from '#domain/adobe-vip/purchase-authorization.ts';
import { takeChangeBack } from '#domain/adobe-vip/take-steps-back.ts';
import type { Day } from '#domain/day.ts';
import type { Problem } from '#domain/result.ts';
import type { Command, Records } from '#data/records.ts';
import type { Texts } from '../text.ts';
import { toasts } from '../toast.svelte.ts';
import { changeKept } from './kept-change.ts';
import { undoing } from './say-refusal.ts';

type Change = Command<PurchaseAuthorizationData>;

/** Changes how the last day of an authorization is come to; undone, it is come to as before, unless someone changed that since. */
const changeDue = async (
  records: Records,
  id: string,
  command: Change,
  said: string,
  text: Texts,
): Promise<Problem | undefined> => {
  const changed = await changeKept(records, id, command);
  if (!changed.ok) return changed.problem;
  toasts.say(
    said,
    undoing<PurchaseAuthorizationData>(records, id, (now, doing) => takeChangeBack(now, changed.value, doing), text),
  );
  return undefined;
};

/** Notes the last day as Adobe itself says it; '' goes back to the counted one. */
export const sayDue = (
  records: Records,
  id: string,
  stated: { readonly due: Day; readonly reason: string },
  said: string,
  text: Texts,
): Promise<Problem | undefined> => changeDue(records, id, (one, doing) => stateDue(one, stated, doing), said, text);

/** Counts the last day by another edition. */
export const countBy = (
  records: Records,
  id: string,
  edition: string,
  said: string,
  text: Texts,
): Promise<Problem | undefined> => changeDue(records, id, (one) => changeOrderEdition(one, edition), said, text);

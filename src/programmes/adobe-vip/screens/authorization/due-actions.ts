import {
  changeOrderEdition,
  stateDue,
} from '#programmes/adobe-vip/rules/authorization/authorization-commands.ts';
import type { Day } from '#core/day/day.ts';
import type { VipRefused } from '#programmes/adobe-vip/rules/vip-problem.ts';
import type { Records } from '#data/records/records.ts';
import type { Texts } from '#ui/text.ts';
import { doAndSay } from '../do-and-say.ts';

/** Notes the last day as Adobe itself says it; '' goes back to the counted one. */
export const sayDue = (
  records: Records,
  id: string,
  stated: { readonly due: Day; readonly reason: string },
  message: string,
  text: Texts,
): Promise<VipRefused | undefined> =>
  doAndSay(
    records,
    { id, kind: 'purchase-authorization' },
    (authorization, doing) => stateDue(authorization, stated, doing),
    message,
    text,
  );

/** Counts the last day by another edition. */
export const countBy = (
  records: Records,
  id: string,
  edition: string,
  message: string,
  text: Texts,
): Promise<VipRefused | undefined> =>
  doAndSay(
    records,
    { id, kind: 'purchase-authorization' },
    (authorization) => changeOrderEdition(authorization, edition),
    message,
    text,
  );

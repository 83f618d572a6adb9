import { dropCommitment, sayCommitment, type CommitmentInput } from '#domain/adobe-vip/commitment-commands.ts';
import { takeChangeBack } from '#domain/adobe-vip/take-steps-back.ts';
import type { VipCustomerData } from '#domain/adobe-vip/vip-customer.ts';
import type { Problem } from '#domain/result.ts';
import type { Records } from '#data/records.ts';
import type { Texts } from '../text.ts';
import { toasts } from '../toast.svelte.ts';
import { changeKept } from './kept-change.ts';
import { undoing } from './say-refusal.ts';

/** Writes a commitment down, or takes it off where `input` is undefined; undone, the one before is there again, unless someone wrote another since. */
export const changeCommitment = async (
  records: Records,
  id: string,
  input: CommitmentInput | undefined,
  said: string,
  text: Texts,
): Promise<Problem | undefined> => {
  const changed = await changeKept<VipCustomerData>(records, id, (customer) =>
    input === undefined ? dropCommitment(customer) : sayCommitment(customer, input),
  );
  if (!changed.ok) return changed.problem;
  toasts.say(
    said,
    undoing<VipCustomerData>(records, id, (now, doing) => takeChangeBack(now, changed.value, doing), text),
  );
  return undefined;
};

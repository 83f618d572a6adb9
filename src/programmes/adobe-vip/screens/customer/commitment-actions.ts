import {
  dropCommitment,
  sayCommitment,
  type CommitmentInput,
} from '#programmes/adobe-vip/rules/customer/commitment-commands.ts';
import type { VipRefused } from '#programmes/adobe-vip/rules/vip-problem.ts';
import type { Records } from '#data/records/records.ts';
import type { Texts } from '#ui/text.ts';
import { doAndSay } from '../do-and-say.ts';

/**
 * Writes a commitment down, or takes it off where `input` is undefined; undone, the one before is
 * there again, unless someone wrote another since.
 */
export const changeCommitment = (
  records: Records,
  id: string,
  input: CommitmentInput | undefined,
  message: string,
  text: Texts,
): Promise<VipRefused | undefined> =>
  doAndSay(
    records,
    { id, kind: 'vip-customer' },
    (customer) => (input === undefined ? dropCommitment(customer) : sayCommitment(customer, input)),
    message,
    text,
  );

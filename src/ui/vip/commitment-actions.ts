import { dropCommitment, sayCommitment, type CommitmentInput } from '#domain/adobe-vip/commitment-commands.ts';
import type { VipCustomer, VipCustomerData } from '#domain/adobe-vip/vip-customer.ts';
import type { Draft } from '#domain/record.ts';
import { ok, type Problem, type Result } from '#domain/result.ts';
import type { Records } from '#data/records.ts';
import { toasts } from '../toast.svelte.ts';

/** Writes a commitment down, or takes it off where `input` is undefined; undone, what was there before is there again. */
export const changeCommitment = async (
  records: Records,
  id: string,
  input: CommitmentInput | undefined,
  said: string,
): Promise<Problem | undefined> => {
  let before: VipCustomerData['commitment'];
  const answer = await records.change<VipCustomerData>(id, (customer) => {
    before = customer.data.commitment;
    return input === undefined ? dropCommitment(customer) : sayCommitment(customer, input);
  });
  if (!answer.ok) return answer.problem;
  toasts.say(
    said,
    async () => void (await records.change<VipCustomerData>(id, (customer) => asBefore(customer, before))),
  );
  return undefined;
};

const asBefore = (customer: VipCustomer, before: VipCustomerData['commitment']): Result<Draft<VipCustomerData>> => {
  const { commitment: _, ...data } = customer.data;
  return ok({ ...customer, data: { ...data, ...(before === undefined ? {} : { commitment: before }) } });
};

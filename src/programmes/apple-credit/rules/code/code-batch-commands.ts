import type { Draft } from '#core/record/record.ts';
import { ok, refuse } from '#core/result.ts';
import { whyTooLong } from '#core/text/long-texts.ts';
import type { CodeBatch, CodeBatchData } from './code-batch.ts';
import type { CreditResult } from '../credit-problem.ts';

/** A new batch; what the sheet did not say stays empty. */
export const newBatch = (
  id: string,
  input: Partial<CodeBatchData> & { name: string; owner: string },
): Draft<CodeBatchData> => ({
  id,
  kind: 'code-batch',
  programme: 'apple-credit',
  parent: '',
  data: { ...blank, ...input },
  steps: [],
});

/** Renames a batch; the sheet's name for its product stays. */
export const renameBatch = (batch: CodeBatch, name: string): CreditResult<Draft<CodeBatchData>> =>
  name.trim() === ''
    ? refuse('name-needed', 'name')
    : (whyTooLong({ name }) ?? ok({ ...batch, data: { ...batch.data, name: name.trim() } }));

const blank = {
  v: 1,
  product: '',
  adamId: '',
  orderNumber: '',
  buyer: '',
  purchaseDate: '',
  amount: '',
  currency: '',
};

import { takeStepsBack } from '#domain/adobe-vip/take-steps-back.ts';
import type { Data, Draft, VolymRecord } from '#domain/record.ts';
import { ok, type Result } from '#domain/result.ts';
import { missingIn, withSteps } from '#domain/step.ts';
import type { Records } from '#data/records.ts';

/** Takes a record out of the trash as it is made now: what it said goes, and what happened to it is withdrawn. */
export const writeAgain = async <D extends Data>(
  records: Pick<Records, 'change'>,
  draft: Draft<D>,
): Promise<Result<VolymRecord<D>>> =>
  records.change<D>(draft.id, (one, doing) => {
    const emptied = takeStepsBack(one, () => true, doing);
    const before = (emptied.ok ? emptied.value.steps : undefined) ?? one.steps;
    const steps = withSteps(before, missingIn(before, draft.steps ?? []));
    return ok({ ...one, trashedOn: '', data: draft.data, steps });
  });

import {
  decideOnCodes,
  type DecideRefused,
  type Deciding,
} from '#workspace/rules/people/decide-on-codes.ts';
import { ok, type Result } from '#core/result.ts';
import { changeFields, type UndoMade } from '#data/records/change-fields.ts';
import type { Records } from '#data/records/records.ts';

/**
 * Decides whether someone may open codes; answers what takes that back, unless someone decided
 * since. What it is weighed against is asked each time.
 */
export const decideOn = (
  records: Records,
  id: string,
  may: boolean,
  weighing: () => Deciding,
): Promise<Result<UndoMade, DecideRefused>> =>
  changeFields(
    records,
    { id, kind: 'person' },
    (person) => decideOnCodes(person, may, weighing()),
    () => ({
      writeBack: (person, data) => {
        const decided = decideOnCodes(person, data.mayOpenCodes !== false, weighing());
        const isSame = !decided.ok && decided.problem.code === 'already-decided';
        return decided.ok || isSame ? ok({ ...person, data }) : decided;
      },
    }),
  );

import {
  endDeployment,
  takeEndBack,
} from '#programmes/apple-licences/rules/deployment/deployment-commands.ts';
import type { LicenceResult } from '#programmes/apple-licences/rules/licence/licence-problem.ts';
import { ok } from '#core/result.ts';
import type { UndoMade } from '#data/records/change-fields.ts';
import { changeKept } from '#data/records/kept-change.ts';
import type { Records } from '#data/records/records.ts';
import { takingBack } from '#data/records/taking-back.ts';

/** Ends a deployment, which puts it into the trash; answers what takes that back. */
export const endWithUndo = async (
  records: Records,
  id: string,
): Promise<LicenceResult<UndoMade>> => {
  const ended = await changeKept(records, { id, kind: 'app-deployment' }, endDeployment);
  if (!ended.ok) return ended;
  return ok(
    takingBack(records, { id, kind: 'app-deployment' }, (now, doing) =>
      takeEndBack(now, ended.value, doing),
    ),
  );
};

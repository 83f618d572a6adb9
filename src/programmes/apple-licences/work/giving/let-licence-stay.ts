import { sayOfLicence } from '#programmes/apple-licences/rules/licence/licence-commands.ts';
import type { VolymRecord } from '#core/record/record.ts';
import type { LicenceResult } from '#programmes/apple-licences/rules/licence/licence-problem.ts';
import type { Records } from '#data/records/records.ts';
import { onKind } from '#data/records/on-kind.ts';

/** Notes that a licence stays with whoever has it. */
export const letLicenceStay = (
  records: Records,
  licence: string,
): Promise<LicenceResult<VolymRecord>> =>
  records.change(
    licence,
    onKind('assigned-licence', (now, doing) =>
      sayOfLicence(now, { kind: 'stays', on: doing.today }, doing),
    ),
  );

import type { Programme } from '#core/record/record.ts';
import { adobeVip } from './adobe-vip/programme.ts';
import { appleCredit } from './apple-credit/programme.ts';
import { appleLicences } from './apple-licences/programme.ts';
import type { OnDemand, ProgrammeContract } from './programme.ts';

/** THE list of programmes, in the order in which people meet them. A fourth adds its line here. */
export const programmes: readonly [ProgrammeContract, ...ProgrammeContract[]] = [
  appleCredit,
  appleLicences,
  adobeVip,
];

/** What all programmes say once they are asked for more than the first paint needs. */
export const onDemandOfAll = async (): Promise<readonly OnDemand[]> =>
  (await Promise.all(programmes.map((programme) => programme.onDemand()))).map(
    ({ onDemand }) => onDemand,
  );

/** Those of them that are managed. */
export const programmesIn = (ids: readonly Programme[]): readonly ProgrammeContract[] =>
  programmes.filter(({ id }) => ids.includes(id));

/** The programme that a record belongs to; none of what all programmes share. */
export const programmeOf = (programme: Programme): ProgrammeContract | undefined =>
  programmes.find(({ id }) => id === programme);

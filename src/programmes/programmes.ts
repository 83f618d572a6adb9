import type { Programme, ProgrammeId, PROGRAMMES } from '#core/record/record.ts';
import { adobeVip } from './adobe-vip/programme.ts';
import { appleCredit } from './apple-credit/programme.ts';
import { appleLicences } from './apple-licences/programme.ts';
import type { ContractOf, OnDemand, ProgrammeContract } from './programme.ts';

type Contracts<Ids extends readonly ProgrammeId[]> = {
  readonly [At in keyof Ids]: ContractOf<Ids[At]>;
};

/**
 * THE list of programmes, in the order in which people meet them (`PROGRAMMES`): each has its
 * contract here. A fourth adds its line.
 */
export const programmes: Contracts<typeof PROGRAMMES> = [appleCredit, appleLicences, adobeVip];

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

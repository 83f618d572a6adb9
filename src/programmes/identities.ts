import type { IconComponent } from '#ui/controls/icon.ts';
import { identity as vip } from './adobe-vip/identity.ts';
import { identity as credit } from './apple-credit/identity.ts';
import { identity as licences } from './apple-licences/identity.ts';
import type { ProgrammeId, PROGRAMMES } from '#core/record/record.ts';
import type { ProgrammeKindId } from './kinds.ts';
import type { IdentityOf } from './programme.ts';

type Identities<Ids extends readonly ProgrammeId[]> = {
  readonly [At in keyof Ids]: IdentityOf<Ids[At]>;
};

/**
 * Who the records of each programme are. Apart from the contract, since home needs none of it, and
 * those who do need it at once.
 */
export const identities: Identities<typeof PROGRAMMES> = [credit, licences, vip];

/** The sign of each kind; a programme that is missing here does not compile. */
export const kindIcons: Readonly<Record<ProgrammeKindId, IconComponent>> = {
  ...credit.icons,
  ...licences.icons,
  ...vip.icons,
};

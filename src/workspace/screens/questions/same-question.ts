import { ownEntry } from '#core/own-entry.ts';
import type { VolymRecord } from '#core/record/record.ts';
import type { Identity, SameQuestion } from '#programmes/programme.ts';
import { byKind } from '#programmes/by-kind.ts';
import { identities } from '#programmes/identities.ts';

const SAME_AS = byKind<Identity, SameQuestion>(identities, ({ sameAs }) => sameAs);

/** What its programme asks about records of this kind: whether one is another that is here. */
export const sameQuestionOf = ({ kind }: Pick<VolymRecord, 'kind'>): SameQuestion | undefined =>
  ownEntry(SAME_AS, kind);

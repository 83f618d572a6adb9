import type { KeptReason } from '#core/import/why-stays.ts';
import { ownEntry } from '#core/own-entry.ts';
import type { VolymRecord } from '#core/record/record.ts';
import { undoneImports as vip } from './adobe-vip/ground/undone-imports.ts';
import { undoneImports as credit } from './apple-credit/ground/undone-imports.ts';
import { undoneImports as licences } from './apple-licences/ground/undone-imports.ts';
import type { KeptBy, UnderOthers, UndoingOf } from './ground.ts';
import type { KindId } from './kinds.ts';
import type { AskedOfKind } from './record-of.ts';

const under: readonly UnderOthers<KindId>[] = [credit, licences, vip].map(
  ({ underOthers }): UnderOthers<KindId> => underOthers,
);

const keepers: KeptBy<KindId> = { ...credit.keptBy, ...licences.keptBy, ...vip.keptBy };

/** The kinds whose records come and go with what they are under, of whichever programme. */
export const UNDER_KINDS: readonly KindId[] = under.flatMap(({ kinds }) => kinds);

type WhyStays = AskedOfKind<string, KeptReason | undefined, [since: UndoingOf]>;

/**
 * Why a record stays for what was done with it, where its kind says that by itself; undefined of
 * other kinds, which stay as what they are under does.
 */
export const whyOwnStays = (kind: string): WhyStays | undefined =>
  under
    .map(({ whyStays = {} }) => ownEntry<WhyStays | undefined>(whyStays, kind))
    .find((why) => why !== undefined);

/** Whether a record is someone's: all are, but for those that came back. */
export const isHeld = (record: VolymRecord): boolean =>
  under.every(
    ({ isHeld: ofKinds = {} }) =>
      ownEntry<AskedOfKind<string, boolean> | undefined>(ofKinds, record.kind)?.(record) !== false,
  );

/**
 * Why a record stays for as many records as are left under it when its import is undone; undefined
 * where none are. `cameBack` names those of which someone had something that all came back.
 */
export const whyKeptBy = (
  { id, kind }: Pick<VolymRecord, 'id' | 'kind'>,
  left: number,
  cameBack: ReadonlySet<string>,
): KeptReason | undefined => {
  if (left === 0) return undefined;
  const why = ownEntry(keepers, kind);
  // Whatever lies under others keeps them, also where no programme says what it is.
  if (why === undefined) return 'later-steps';
  return cameBack.has(id) ? (why.cameBack ?? why.left) : why.left;
};

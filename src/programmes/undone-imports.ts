import type { KeptReason } from '#core/import/why-stays.ts';
import { ownEntry } from '#core/own-entry.ts';
import type { VolymRecord } from '#core/record/record.ts';
import { underOthers as vip } from './adobe-vip/ground/undone-imports.ts';
import { underOthers as credit } from './apple-credit/ground/undone-imports.ts';
import { underOthers as licences } from './apple-licences/ground/undone-imports.ts';
import type { UnderOthers, UndoingOf } from './ground.ts';
import type { KindId } from './kinds.ts';
import type { AskedOfKind } from './record-of.ts';

const all: readonly UnderOthers<KindId>[] = [credit, licences, vip];

/** The kinds whose records come and go with what they are under, of whichever programme. */
export const UNDER_KINDS: readonly KindId[] = all.flatMap(({ kinds }) => kinds);

type WhyStays = AskedOfKind<string, KeptReason | undefined, [since: UndoingOf]>;

/**
 * Why a record stays for what was done with it, where its kind says that by itself; undefined of
 * other kinds, which stay as what they are under does.
 */
export const whyOwnStays = (kind: string): WhyStays | undefined =>
  all
    .map(({ whyStays = {} }) => ownEntry<WhyStays | undefined>(whyStays, kind))
    .find((why) => why !== undefined);

/** Whether a record is someone's: all are, but for those that came back. */
export const isHeld = (record: VolymRecord): boolean =>
  all.every(
    ({ isHeld: ofKinds = {} }) =>
      ownEntry<AskedOfKind<string, boolean> | undefined>(ofKinds, record.kind)?.(record) !== false,
  );

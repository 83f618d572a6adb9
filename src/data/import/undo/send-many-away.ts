import { sendAway } from '#workspace/rules/import/former-place.ts';
import type { Doing } from '#core/record/kind.ts';
import type { Draft, VolymRecord } from '#core/record/record.ts';
import { ok, refuse, type Problem } from '#core/result.ts';
import type { FormerPlace, KeptByUndo } from '#core/import/import-run.ts';
import { changesBetween } from '../../records/history.ts';
import type { UndoRecords } from '../rehearsal.ts';

/** What stays, and why, by id. */
export type Kept = Map<string, KeptByUndo>;

/** Why a record stays, or undefined when it goes. */
export type WhyStays = (record: VolymRecord) => string | undefined;
/** Hears how many were written. */
export type Watching = { readonly onProgress: (done: number) => void };

/** What stays is named, and the rest goes back to where it was or into the trash. */
export type Throwing = {
  readonly kept: Kept;
  readonly away: {
    readonly run: string;
    readonly reason: string;
    readonly former: ReadonlyMap<string, FormerPlace>;
  };
};

/** Records that were sent away, by id: as each was, and as it was left. */
export type Sent = ReadonlyMap<string, { readonly before: VolymRecord; readonly left: Draft }>;

/**
 * Sends records away, judged on their newest state; names those that stay. Answers those that went.
 */
export const throwAway = async (
  records: UndoRecords,
  ids: readonly string[],
  whyStays: WhyStays,
  { kept, away }: Throwing,
  watched: Watching,
): Promise<Sent> => {
  const sent = new Map<string, { before: VolymRecord; left: Draft }>();
  const refused = await records.changeMany<'already-in-the-trash' | 'stays'>(
    ids,
    (record, doing) => {
      const why = whyStays(record);
      if (why !== undefined) return refuse('stays', why);
      const left = sendAway(record, { ...away, former: away.former.get(record.id) }, doing);
      if (left.ok) sent.set(record.id, { before: record, left: left.value });
      return left;
    },
    watched,
  );
  // A command may run twice on a record that changed meanwhile.
  for (const id of refused.keys()) sent.delete(id);
  for (const id of sent.keys()) kept.delete(id);
  for (const [id, { code, field }] of refused)
    if (code === 'stays') keep(kept, id, field ?? '', kept.get(id)?.fields ?? []);
  keepStrange(refused, kept);
  return sent;
};

/**
 * Puts back what was sent away: where it was, with the fields it had, unless someone has written
 * them since. A record that a person brought back first also gets its fields back.
 */
export const putBack = async (
  records: UndoRecords,
  ids: readonly string[],
  sent: Sent,
): Promise<void> => {
  await records.changeMany(ids, (record, doing) => {
    const sending = sent.get(record.id);
    if (sending === undefined) return refuse('record-is-gone');
    const { parent, data, steps } = isAsLeft(record, sending.left, doing) ? sending.before : record;
    return ok({ ...record, parent, data, steps, trashedOn: '' });
  });
};

const isAsLeft = (record: VolymRecord, left: Draft, doing: Doing): boolean =>
  record.parent === left.parent &&
  record.steps.length === (left.steps ?? []).length &&
  changesBetween(record.kind, left.data, record.data, doing).length === 0;

/** Names a record that stays. */
export const keep = (kept: Kept, id: string, reason: string, fields: readonly string[]): void =>
  void kept.set(id, { id, reason, ...(fields.length === 0 ? {} : { fields }) });

/** What a newer app wrote meanwhile stays, and is named. */
export const keepStrange = (refused: ReadonlyMap<string, Problem>, kept: Kept): void => {
  for (const [id, { code }] of refused)
    if (code === 'record-not-understood') keep(kept, id, code, []);
};

import { TRASHED_ON } from '../record/trash.ts';
import type { Change, VolymRecord } from '../record/record.ts';
import type { Step } from '../record/step.ts';
import type { FormerPlace } from './import-run.ts';
import { isOfImport, isUndoing, runOf } from './import-steps.ts';

/** Why a code stays that could go: its order stays, and they go or stay together (A5). */
export const WITH_ORDER = 'with-order';

/** Why a record stays when its import is undone. */
export type KeptReason =
  | 'redeemed'
  | 'handed-out'
  | typeof WITH_ORDER
  | 'has-codes'
  | 'has-licences'
  | 'had-licences'
  | 'has-purchases'
  | 'later-steps'
  | 'edited';

/** An import that is being undone, and those undone before it: what they wrote no longer counts. */
export type Undoing = { readonly run: string; readonly undone: ReadonlySet<string> };

/** Whether a record is there because of this import; what another one brought is not touched. */
export const isOfRun = (record: VolymRecord, run: string): boolean =>
  (record.data as { readonly origin?: { readonly run: string } }).origin?.run === run;

/**
 * Whether a step is someone else's: not from this import, nor from another undone import or its
 * undo.
 */
export const isOthers = (step: Step, { run, undone }: Undoing): boolean =>
  !isOfImport(run, step) && !undone.has(runOf(step));

/**
 * Why an order, batch, app, user or licence that an import made, or brought back from the trash,
 * must stay; `left` is why it stays for the live records (codes, licences) that remain under it.
 */
export const whyParentStays = (
  record: VolymRecord,
  left: KeptReason | undefined,
  { isRestored, former, ...undoing }: Undoing & Restored,
): KeptReason | undefined => {
  if (left !== undefined) return left;
  const others = record.steps.filter((step) => isOthers(step, undoing));
  const isSince = (step: Step): boolean =>
    former === undefined ? isLater(record.steps, undoing.run, step) : step.at > former.at;
  if (others.some((step) => !isRestored || isSince(step))) return 'later-steps';
  const history = isRestored ? historySince(record.history, undoing.run, former) : record.history;
  return isEdited(history) ? 'edited' : undefined;
};

/**
 * Whether an import brought an order or batch back, and where it had lain; older imports noted no
 * place.
 */
type Restored = {
  readonly isRestored: boolean;
  readonly former?: FormerPlace | undefined;
};

/**
 * Whether a step came after an import's. Each is later than all that were there, so the import's
 * first one tells what came after it.
 */
export const isLater = (steps: readonly Step[], run: string, { at }: Step): boolean => {
  const mine = steps.filter((step) => isOfImport(run, step) && !isUndoing(step));
  return mine.length > 0 && at > Math.min(...mine.map((step) => step.at));
};

/**
 * The entries since an import brought a record back and said so in its origin. Its own fields are
 * among them, to be taken back before; an older import wrote them with the origin, and they are
 * not.
 */
const historySince = (
  history: readonly Change[],
  run: string,
  former: FormerPlace | undefined,
): readonly Change[] => {
  const back = history.find(
    ({ field, to }) => field === ORIGIN && (to as { run?: unknown } | undefined)?.run === run,
  );
  if (back === undefined) return [];
  return history.filter(({ at }) => (former === undefined ? at > back.at : at >= back.at));
};

/** What says which import brought a record: no person edits it. */
const ORIGIN = 'origin';

/**
 * Where a record is, is judged by itself: that it went to the trash or came from there is no edit.
 */
const NO_EDITS = [ORIGIN, TRASHED_ON];

/**
 * Whether any field holds another value than before these changes. Each value that was taken away
 * and came again cancels out, in whatever order devices wrote them: a later import and its undo
 * leave nothing behind.
 */
const isEdited = (history: readonly Change[]): boolean => {
  const balance = new Map<string, number>();
  const count = (field: string, value: unknown, by: number): void => {
    const key = JSON.stringify([field, value ?? '']);
    balance.set(key, (balance.get(key) ?? 0) + by);
  };
  for (const change of history) {
    if (NO_EDITS.includes(change.field)) continue;
    // Of a secret field only that it changed is known.
    if (!('from' in change) && !('to' in change)) return true;
    count(change.field, change.from, -1);
    count(change.field, change.to, 1);
  }
  return [...balance.values()].some((left) => left !== 0);
};

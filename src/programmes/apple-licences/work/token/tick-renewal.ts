import type { ContentToken } from '#programmes/apple-licences/rules/token/content-token.ts';
import {
  takeTickBack,
  tickRenewal,
  undoRenewal,
  untickRenewal,
} from '#programmes/apple-licences/rules/token/token-commands.ts';
import type { RenewalStep } from '#programmes/apple-licences/rules/token/token-life.ts';
import type { TokenResult } from '#programmes/apple-licences/rules/token/token-problem.ts';
import { ok } from '#core/result.ts';
import { missingIn } from '#core/record/step.ts';
import type { UndoMade } from '#data/records/change-fields.ts';
import { changeKept } from '#data/records/kept-change.ts';
import { onKind } from '#data/records/on-kind.ts';
import { takingBack } from '#data/records/taking-back.ts';
import type { Records } from '#data/records/records.ts';

/** A step of a renewal that is ticked; the last of them, a new file, is taken in. */
export type Ticked = Exclude<RenewalStep, 'renewed'>;

const tickAs = (records: Records, id: string, kind: Ticked, isDone: boolean) =>
  changeKept(records, { id, kind: 'content-token' }, (token, doing) =>
    isDone ? tickRenewal(token, kind, doing) : untickRenewal(token, kind, doing),
  );

/** Ticks a step of the renewal, or takes the tick back; answers what takes back a tick. */
export const tickWithUndo = async (
  records: Records,
  id: string,
  kind: Ticked,
  isDone: boolean,
): Promise<TokenResult<UndoMade>> => {
  const ticked = await tickAs(records, id, kind, isDone);
  if (!ticked.ok) return ticked;
  const { before, after } = ticked.value;
  const [step] = missingIn(before.steps, after.steps);
  return ok(
    takingBack(records, { id, kind: 'content-token' }, (token, doing) =>
      takeTickBack(token, step, doing),
    ),
  );
};

/** Lets the file before the last one count again. */
export const takeRenewalBack = (records: Records, id: string): Promise<TokenResult<ContentToken>> =>
  records.change(id, onKind('content-token', undoRenewal));

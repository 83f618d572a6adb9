import type { VolymRecord } from '#core/record/record.ts';
import type { FieldProblem } from '#programmes/ground.ts';
import type { App } from '#ui/app.svelte.ts';
import { performAndSay } from '#ui/perform.ts';
import type { Texts } from '#ui/text.ts';
import { bringFieldBack } from '#workspace/work/history/bring-back.ts';
import type { BroughtBack } from './past-lines.ts';

/**
 * Gives a field an earlier value again and says so with a way back; answers a refusal if there is
 * one.
 */
export const bringBack = (
  { records, workspace }: Pick<App, 'records' | 'workspace'>,
  record: Pick<VolymRecord, 'id' | 'kind'>,
  { field, fieldName, value, label }: BroughtBack,
  { history: words }: Pick<Texts, 'history'>,
): Promise<FieldProblem | undefined> => {
  const written = { field, value, reason: words.bringBackReason };
  return performAndSay(
    bringFieldBack(records, record, written, workspace?.data.editions),
    words.broughtBack(fieldName, label),
  );
};

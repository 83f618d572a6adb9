import { stayedFields } from '#core/record/fields-back.ts';
import type { Problem } from '#core/result.ts';
import { fieldName } from '../history/field-title.ts';
import { loadHistoryText } from '../history/load-history-text.ts';
import type { Texts } from '#ui/text.ts';

/** Names the fields that an undo left by their labels; undefined where one of them has none. */
export const leftByUndoWords = async (
  problem: Problem,
  { language, format }: Pick<Texts, 'language' | 'format'>,
): Promise<string | undefined> => {
  const text = await loadHistoryText(language);
  const fields = stayedFields(problem);
  const titles = [...new Set(fields.flatMap((field) => fieldName(field, text) ?? []))];
  if (fields.some((field) => fieldName(field, text) === undefined)) return undefined;
  const words =
    problem.code === 'changed-in-part' ? text.history.undoneBut : text.history.notUndone;
  return words(format.list(titles), titles.length);
};

import type { ImportRunData } from '#core/import/import-run.ts';
import type { Texts } from '#ui/text.ts';
import { fieldName } from '../../history/field-title.ts';
import { loadHistoryText } from '../../history/load-history-text.ts';

/**
 * The fields that an import changed, as their forms call them, by the id of the record. A record has
 * none where no field of it has a name, as one that only got a step.
 */
export const changedFields = async (
  { changed }: Pick<ImportRunData, 'changed'>,
  { language, format }: Pick<Texts, 'language' | 'format'>,
): Promise<ReadonlyMap<string, string>> => {
  const text = await loadHistoryText(language);
  const found = new Map<string, string>();
  for (const { id, fields } of changed) {
    const names = Object.keys(fields).flatMap((field) => fieldName(field, text) ?? []);
    if (names.length > 0) found.set(id, format.list([...new Set(names)]));
  }
  return found;
};

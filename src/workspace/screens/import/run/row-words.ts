import type { EndedRow } from '#core/import/ended-rows.ts';
import { shownOutcome } from '#core/import/shown-outcome.ts';
import type { Texts } from '#ui/text.ts';
import { rowParts, TONES, type RowWords } from '../dry-run/row-words.ts';
import type { RowTold } from '../rows-told.ts';
import type { RowRecord } from './run-rows.ts';

/** What is said of a row that ended: the record that it led to, else why it led to none. */
export const wordsOfEnded = (
  row: EndedRow,
  why: string,
  record: RowRecord | undefined,
  text: Texts,
  told?: RowTold,
): RowWords => {
  const words = text.importRows;
  const outcome = shownOutcome(row);
  const skipped = outcome === 'unreadable' ? words.skipped : '';
  const name = record?.name ?? '';
  const trashed = record?.isTrashed === true ? words.inTrash : '';
  // What its change says already is not said once more.
  const beside = (more = ''): string => (why.includes(more) ? '' : more);
  const about = outcome === 'duplicate' ? '' : beside(record?.about);
  return {
    title: name || why || skipped || words.outcomes[outcome],
    ...rowParts(
      name !== '' ? [why, about, trashed] : [beside(told?.name), why === '' ? '' : skipped],
    ),
    badge: words.outcomes[outcome],
    tone: TONES[outcome],
  };
};

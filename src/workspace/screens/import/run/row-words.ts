import type { EndedRow } from '#core/import/ended-rows.ts';
import type { Texts } from '#ui/text.ts';
import type { RowWords } from '../dry-run/row-words.ts';
import { rowParts } from '../dry-run/row-words.ts';
import type { RowRecord } from './run-rows.ts';

const TONES: Readonly<Record<EndedRow['outcome'], RowWords['tone']>> = {
  new: 'ok',
  changed: 'accent',
  same: 'plain',
  duplicate: 'plain',
  unreadable: 'late',
};

/** What is said of a row that ended: the record that it led to, else why it led to none. */
export const wordsOfEnded = (
  { outcome }: EndedRow,
  why: string,
  record: RowRecord | undefined,
  text: Texts,
): RowWords => {
  const words = text.importRows;
  const skipped = outcome === 'unreadable' ? text.import.skipped : '';
  const name = record?.name ?? '';
  const trashed = record?.isTrashed === true ? words.inTrash : '';
  return {
    title: name || why || skipped || words.outcomes[outcome],
    ...rowParts(name !== '' ? [why, trashed] : why === '' ? [] : [skipped]),
    badge: words.outcomes[outcome],
    tone: TONES[outcome],
  };
};

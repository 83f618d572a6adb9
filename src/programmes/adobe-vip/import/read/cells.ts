import type { Day } from '#core/day/day.ts';
import type { RowWhy } from '#core/import/planned-row.ts';
import type { VipRowNote, VipRowReason } from '#programmes/adobe-vip/rules/row-reason.ts';
import type { Habits } from '#core/import/written-habits.ts';
import type { SheetRow } from '#core/import/sheet.ts';
import { cellText, placesOf, shortened } from '#core/import/tables/table-columns.ts';
import { amountReadings, saysThousands } from '#core/text/written-amount.ts';
import type { Crowns } from '#core/text/written-currency.ts';
import { readDays } from '#core/day/written-day.ts';
import type { CountMarks } from './count-marks.ts';
import { eitherOf, type WrittenCount } from './written-count.ts';
import type { VipTable } from './table.ts';
import type { VipField } from './fields.ts';

/** Why a row cannot be taken. */
export type Failure<Reason extends VipRowReason = VipRowReason> = {
  readonly reason: Reason;
  readonly params?: Readonly<Record<string, string | number>>;
};

/**
 * The cells of a row by what their columns mean, with what is worth telling of those that were left
 * out.
 */
export type Cells = {
  readonly text: (field: VipField) => string;
  /** A count as it is written; a note where it may have decimals as well as thousands. */
  readonly count: (field: VipField) => WrittenCount;
  /** A day; '' where the cell is empty, and a note where it cannot be read. */
  readonly day: (field: VipField) => Day;
  /** A sum; '' where the cell is empty. A failure where it cannot be read. */
  readonly amount: (field: VipField) => string | Failure<'amount-unclear' | 'not-an-amount'>;
  readonly headingOf: (field: VipField) => string;
  readonly crowns: Crowns;
  readonly note: (code: VipRowNote, params?: RowWhy['params']) => void;
  readonly notes: readonly RowWhy<VipRowNote>[];
};

/** How a list writes sums, days and counts, and whose kronor it speaks of. */
export type Ways = {
  readonly habits: Habits;
  readonly marks: CountMarks;
  readonly crowns: Crowns;
};

/** Lays a row's cells out. */
export const cellsOf = (
  row: SheetRow,
  { columns }: VipTable,
  { habits, marks, crowns }: Ways,
): Cells => {
  const at = placesOf(columns);
  const notes: RowWhy<VipRowNote>[] = [];
  const note: Cells['note'] = (code, params) =>
    void notes.push(params === undefined ? { code } : { code, params });
  const text: Cells['text'] = (field) => cellText(row, at.get(field));
  const headingOf: Cells['headingOf'] = (field) =>
    columns.find((column) => column.field === field)?.heading ?? '';
  const isNumber = (field: VipField): boolean =>
    row.numbers?.includes(at.get(field) ?? -1) ?? false;
  return {
    text,
    count: (field) => {
      const written = { text: text(field), isNumber: isNumber(field), mark: marks.get(field) };
      const either = written.isNumber ? undefined : eitherOf(written.text);
      if (written.mark === 'unclear' && either !== undefined)
        note('count-may-be-decimal', { written: shortened(written.text), ...either });
      return written;
    },
    note,
    notes,
    crowns,
    headingOf,
    day: (field) => {
      const written = text(field);
      if (written === '') return '';
      const read = isNumber(field) ? (readDays(written)[0]?.day ?? '') : habits.day(written);
      if (typeof read === 'object') return read.value;
      if (read !== 'unclear' && read !== 'none' && read !== '') return read;
      note(read === 'unclear' ? 'date-unclear' : 'not-a-day', {
        field,
        written: shortened(written),
      });
      return '';
    },
    amount: (field) => {
      const written = text(field);
      if (written === '') return '';
      const inFull = !saysThousands(headingOf(field));
      const plain = isNumber(field) ? plainSum(written) : habits.amount(written);
      const read = inFull ? plain : 'unclear';
      if (typeof read === 'object') return read.value;
      return {
        reason: read === 'unclear' ? 'amount-unclear' : 'not-an-amount',
        params: { field, written: shortened(written) },
      };
    },
  };
};

/**
 * A cell that is stored as a number has a point for its decimals, whatever the file's habits are.
 */
const plainSum = (written: string): { readonly value: string } | 'none' => {
  const found = amountReadings(written).find(({ thousands }) => thousands === '');
  return found === undefined ? 'none' : { value: found.amount };
};

import type { SheetRow } from '#core/import/sheet.ts';
import type { MeantTwice } from '#core/import/tables/meant-twice.ts';
import type { TableColumn } from '#core/import/tables/table-columns.ts';
import type { VipField, VipListKind } from './fields.ts';

/** One column of a list with what it means now; '' is not imported. */
export type VipColumn = TableColumn<VipField>;

/** A sheet that is one of the lists. */
export type VipTable = {
  readonly sheet: string;
  readonly kind: VipListKind;
  /** 1-based row of the headings; 0 where there are none. */
  readonly headerRow: number;
  /**
   * It was found by what is in its columns, not by headings: ask before anything is written.
   */
  readonly needsMapping: boolean;
  /** Why it asks, where its headings are known: its rows may be somebody else's than they say. */
  readonly doubt?: 'users' | 'unclear';
  /** Two columns that mean one thing and differ. */
  readonly twice?: MeantTwice | undefined;
  readonly columns: readonly VipColumn[];
  readonly rows: readonly SheetRow[];
  /** Columns that may hold codes of Apple's: not shown as long as they mean nothing here. */
  readonly hidden?: readonly number[];
};

import type { Charge } from '#programmes/adobe-vip/rules/product/invoice-line.ts';
import type { RowWhy } from '#core/import/planned-row.ts';
import type { VipRowNote, VipRowReason } from '#programmes/adobe-vip/rules/row-reason.ts';
import { type OnDesk, stateOf } from '../match/desk.ts';
import type { PlannedVipRow, VipChange, VipRowKind } from './planned.ts';
import type { Where } from '../read/values.ts';

/** What a row shows of itself beside how it ends. */
export type Shown = Where & {
  readonly vip: VipRowKind;
  readonly name: string;
  readonly product?: string;
  readonly quantity?: number;
  readonly number?: string;
  readonly day?: string;
  readonly price?: string;
  readonly currency?: string;
  readonly charge?: Charge;
  readonly amount?: string;
  readonly says?: PlannedVipRow['says'];
  readonly stands?: PlannedVipRow['stands'];
};

const BARE = { product: '', quantity: 0, number: '', day: '', price: '', currency: '' };

/** A row that cannot be taken. */
export const unreadableRow = (
  shown: Shown,
  code: VipRowReason,
  params: RowWhy['params'] = {},
): PlannedVipRow => ({
  ...BARE,
  ...shown,
  parent: '',
  outcome: 'unreadable',
  why: { code, params },
  changes: [],
  notes: [],
});

/** A row that repeats an earlier one in the file. */
export const duplicateRow = (shown: Shown, parent: string, of: Where): PlannedVipRow => ({
  ...BARE,
  ...shown,
  parent,
  outcome: 'duplicate',
  why: { code: 'duplicate-of-row', params: { row: of.row, sheet: of.sheet } },
  changes: [],
  notes: [],
});

/** A row whose record it makes, brings back, changes, or leaves as it is. */
export const takenRow = (
  shown: Shown,
  record: Pick<OnDesk, 'before'> & { readonly parent: string; readonly id: string },
  {
    changes,
    notes,
    why,
  }: {
    readonly changes: readonly VipChange[];
    readonly notes: readonly RowWhy<VipRowNote>[];
    readonly why?: RowWhy<VipRowReason>;
  },
): PlannedVipRow => {
  const state = stateOf(record);
  const outcome = state !== 'existing' ? 'new' : changes.length > 0 ? 'changed' : 'same';
  return {
    ...BARE,
    ...shown,
    parent: record.parent || record.id,
    outcome,
    state,
    changes,
    notes,
    ...(why === undefined ? {} : { why }),
  };
};

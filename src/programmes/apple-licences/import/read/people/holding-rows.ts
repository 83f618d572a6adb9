import { roundedAt, type WasRounded } from '#core/import/rounded-number.ts';
import type { SheetRow } from '#core/import/sheet.ts';
import { isTotalAlone } from '#core/import/tables/total-row.ts';
import { cellText, placesOf, shortened } from '#core/import/tables/table-columns.ts';
import { adamIdOfAddress, readAdamId } from '#programmes/apple-licences/rules/app/adam-id.ts';
import { STANDARD_QUALITY } from '#programmes/apple-licences/rules/licence/licence-line.ts';
import { readAsOf } from '../install-rows.ts';
import type { HoldingTable } from './holding-columns.ts';
import { WHO_FIELDS, type HoldingField } from '../fields.ts';
import { licenceTypeOf, stateSaid } from './holding-headings.ts';
import { readWho, type ListedPerson, type WhoReason } from './person-rows.ts';

/** An app as a row names it: by its number, else by what it is called. */
export type ListedApp = {
  readonly adamId: string;
  /** `STDQ` or `PLUS`; '' where the list does not say. */
  readonly pricingParam: string;
  readonly name: string;
};

/** What one row says of a licence: its app, and whoever has it. */
export type HoldingLine = {
  readonly app: ListedApp;
  readonly to:
    | ({ readonly kind: 'user' } & ListedPerson)
    | { readonly kind: 'device'; readonly serialNumber: string; readonly name: string };
  readonly location: string;
  /** The moment or the day of it; '' where the list does not say. */
  readonly asOf: string;
};

/** Why a row of a list of who has which licence cannot be taken. */
export type HoldingReason =
  | 'total-row'
  | WhoReason
  | WasRounded['reason']
  | 'app-missing'
  | 'not-an-adam-id'
  | 'not-a-pricing-param'
  | 'serial-number-missing'
  | 'not-a-serial-number'
  | 'not-assigned'
  | 'nobody-named';

/** What a row of such a list tells besides. */
export type HoldingNote = 'as-of-unclear' | 'state-not-known' | 'user-of-device';

/** A row of such a list, or the reason why it is none. Rows are numbered as in the file. */
export type HoldingRow =
  | {
      readonly outcome: 'line';
      readonly row: number;
      readonly line: HoldingLine;
      readonly notes: readonly HoldingNote[];
    }
  | {
      readonly outcome: 'unreadable';
      readonly row: number;
      readonly reason: HoldingReason;
      readonly params: Readonly<Record<string, string>>;
    };

/** Every row of a list of who has which licence (B9). */
export const readHoldingRows = ({
  columns,
  rows,
}: Pick<HoldingTable, 'columns' | 'rows'>): HoldingRow[] => {
  const at = placesOf(columns);
  return rows.map((row) => {
    const read = readRow(
      row,
      (field) => cellText(row, at.get(field)),
      roundedAt(row, [at.get('clientUserId'), at.get('serialNumber')]),
    );
    return read.outcome === 'unreadable' && isTotalAlone(row, [at.get('location'), at.get('asOf')])
      ? { outcome: 'unreadable', row: row.number, reason: 'total-row', params: {} }
      : read;
  });
};

type Text = (field: HoldingField) => string;

type Failure = {
  readonly reason: HoldingReason;
  readonly params?: Readonly<Record<string, string>>;
};

const readRow = ({ number }: SheetRow, text: Text, rounded: Failure | undefined): HoldingRow => {
  const fail = ({ reason, params = {} }: Failure): HoldingRow => ({
    outcome: 'unreadable',
    row: number,
    reason,
    params,
  });
  const said = stateSaid(text('state'));
  if (said === 'not-assigned')
    return fail({ reason: 'not-assigned', params: { written: shortened(text('state')) } });
  const takenBack = text('takenBackOn');
  if (takenBack !== '' && !/^[-–—]+$/.test(takenBack))
    return fail({ reason: 'not-assigned', params: { written: shortened(takenBack) } });
  if (rounded !== undefined) return fail(rounded);
  const app = readApp(text);
  if ('reason' in app) return fail(app);
  const to = readHolder(text);
  if ('reason' in to) return fail(to);
  const asOf = readAsOf(text('asOf'));
  const isUnclear = asOf === undefined && text('asOf') !== '';
  return {
    outcome: 'line',
    row: number,
    line: { app, to, location: text('location'), asOf: asOf ?? '' },
    notes: [
      ...(isUnclear ? (['as-of-unclear'] as const) : []),
      ...(to.kind === 'device' && WHO_FIELDS.some((field) => text(field) !== '')
        ? (['user-of-device'] as const)
        : []),
      ...(said === 'unknown' ? (['state-not-known'] as const) : []),
    ],
  };
};

const readApp = (text: Text): ListedApp | Failure => {
  const written = text('adamId');
  const adamId = written === '' ? adamIdOfAddress(text('storeUrl')) : readAdamId(written);
  if (adamId === undefined && written !== '')
    return { reason: 'not-an-adam-id', params: { written: shortened(written) } };
  const name = text('appName');
  if (adamId === undefined && name === '') return { reason: 'app-missing' };
  const pricingParam = text('pricingParam').toUpperCase();
  if (![STANDARD_QUALITY, 'PLUS', ''].includes(pricingParam))
    return { reason: 'not-a-pricing-param', params: { written: shortened(pricingParam) } };
  return { adamId: adamId ?? '', pricingParam, name };
};

/**
 * Whoever has the licence. Where a row names a device and its user, the type of the licence says
 * which of them it is; without one it is the device, which a list of users would not name.
 */
const readHolder = (text: Text): HoldingLine['to'] | Failure => {
  const type = licenceTypeOf(text('licenceType'));
  const serialNumber = text('serialNumber').replace(/\s/g, '').toUpperCase();
  const who = readWho(text);
  const isPerson = !('reason' in who);
  if (type === 'user' || (type === undefined && serialNumber === '')) {
    if (isPerson) return { kind: 'user', ...who };
    if (who.reason !== 'nobody-here') return who;
    const isDevice = type === undefined && text('deviceName') !== '';
    return isDevice ? serialMissing(text) : { reason: 'nobody-named' };
  }
  if (serialNumber === '') return serialMissing(text);
  if (!/^[A-Z0-9]{8,17}$/.test(serialNumber))
    return { reason: 'not-a-serial-number', params: { written: shortened(serialNumber) } };
  return { kind: 'device', serialNumber, name: text('deviceName') };
};

const serialMissing = (text: Text): Failure => ({
  reason: 'serial-number-missing',
  params: { who: shortened(text('deviceName')) },
});

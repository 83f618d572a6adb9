import { instantOf, type Instant } from '#core/day/instant.ts';
import type { Day } from '#core/day/day.ts';
import { roundedAt, type WasRounded } from '#core/import/rounded-number.ts';
import type { SheetRow } from '#core/import/sheet.ts';
import { readDays } from '#core/day/written-day.ts';
import { readAdamId } from '#programmes/apple-licences/rules/app/adam-id.ts';
import { readInstallCode } from '#programmes/apple-licences/rules/install/install-codes.ts';
import type { InstallTable } from './install-columns.ts';
import type { InstallField } from './fields.ts';
import { readInstallState } from './install-headings.ts';
import { installOfCounts } from '#programmes/apple-licences/rules/install/install-of-counts.ts';
import type {
  DeviceCounts,
  ListedInstall,
} from '#programmes/apple-licences/rules/install/install-status.ts';
import { isTotalAlone } from '#core/import/tables/total-row.ts';
import { cellText, placesOf, shortened } from '#core/import/tables/table-columns.ts';
import { readMoment } from '#programmes/apple-licences/rules/api/written-moment.ts';

/** What one row says of the app on one device or with one user; what it does not say is ''. */
export type InstallLine = {
  readonly deviceName: string;
  readonly serialNumber: string;
  /** E-mail address, user principal name or `clientUserId`. */
  readonly user: string;
  /** The app, where the list names it itself. */
  readonly app: { readonly adamId: string; readonly name: string };
  readonly state: ListedInstall['state'];
  /** In Microsoft's form if it can be read so, else unchanged. */
  readonly code: string;
  readonly asOf: Instant | Day | '';
};

/** Why a row of a list of installations cannot be taken. */
export type InstallRowReason =
  | 'total-row'
  | 'nobody-named'
  | 'install-state-missing'
  | 'not-an-install-state'
  | 'not-a-count'
  | WasRounded['reason'];

/**
 * A row of a list of installations, or the reason why it is none. Rows are numbered as in the file.
 */
export type InstallRow =
  | {
      readonly outcome: 'line';
      readonly row: number;
      readonly line: InstallLine;
      readonly notes: readonly (
        | 'as-of-unclear'
        | 'user-without-address'
        | 'not-applicable'
        | 'uninstall-failed'
      )[];
    }
  | {
      readonly outcome: 'unreadable';
      readonly row: number;
      readonly reason: InstallRowReason;
      readonly params: Readonly<Record<string, string>>;
    };

/** Every row of a list of installations (B13). */
export const readInstallRows = ({
  columns,
  rows,
}: Pick<InstallTable, 'columns' | 'rows'>): InstallRow[] => {
  const at = placesOf(columns);
  return rows.map((row) => readRow(row, at));
};

type At = ReadonlyMap<InstallField | '', number>;
type Failure = {
  readonly reason: InstallRowReason;
  readonly params?: Readonly<Record<string, string>>;
};

const TOTAL: Failure = { reason: 'total-row' };

const readRow = (row: SheetRow, at: At): InstallRow => {
  const text = (field: InstallField): string => cellText(row, at.get(field));
  const fail = (failure: Failure): InstallRow => {
    const isTotal = isTotalAlone(row, [at.get('asOf')]);
    const { reason, params = {} } = isTotal ? TOTAL : failure;
    return { outcome: 'unreadable', row: row.number, reason, params };
  };
  const who = {
    deviceName: text('deviceName'),
    serialNumber: text('serialNumber'),
    user: userOf(text),
  };
  if (Object.values(who).every((name) => name === '')) return fail({ reason: 'nobody-named' });
  // A user may be named by their number at Apple.
  const rounded = roundedAt(row, [at.get('serialNumber'), at.get('user')]);
  if (rounded !== undefined) return fail(rounded);
  const install = at.has('state') ? stateOf(text('state')) : stateOfCounts(text);
  if ('reason' in install) return fail(install);
  const moment = readAsOf(text('asOf'));
  const line: InstallLine = {
    ...who,
    app: { adamId: readAdamId(text('adamId')) ?? '', name: text('appName') },
    state: install.state,
    code: codeOf(text('errorCode')) || codeIn(text('details')),
    asOf: moment ?? '',
  };
  const notes = [
    ...(moment === undefined && text('asOf') !== '' ? (['as-of-unclear'] as const) : []),
    ...(who.user === '' && text('userName') !== '' ? (['user-without-address'] as const) : []),
    ...(install.note === undefined ? [] : [install.note]),
  ];
  return { outcome: 'line', row: row.number, line, notes };
};

/** Some pages write the address where others write the name. */
const userOf = (text: (field: InstallField) => string): string =>
  text('user') || (text('userName').includes('@') ? text('userName') : '');

const stateOf = (written: string): ListedInstall | Failure => {
  if (written === '') return { reason: 'install-state-missing' };
  return (
    readInstallState(written) ?? {
      reason: 'not-an-install-state',
      params: { written: shortened(written) },
    }
  );
};

const COUNTS = ['failed', 'pending', 'installed', 'notInstalled', 'notApplicable'] as const;

const stateOfCounts = (text: (field: InstallField) => string): ListedInstall | Failure => {
  const wrong = COUNTS.map(text).find((written) => !/^\d{0,7}$/.test(written));
  if (wrong !== undefined) return { reason: 'not-a-count', params: { written: shortened(wrong) } };
  return installOfCounts(
    Object.fromEntries(COUNTS.map((field) => [field, Number(text(field))])) as DeviceCounts,
  );
};

/**
 * A code in Microsoft's form, even if the `0x` is missing; any other text unchanged, and zero as
 * ''.
 */
const codeOf = (written: string): string => {
  if (/^(?:0x)?0*$/i.test(written) || !/[\p{L}\p{N}]/u.test(written)) return '';
  const figures = /^[\da-f]{8}$/i.test(written) ? `0x${written}` : written;
  return readInstallCode(figures) || shortened(written);
};

/** A code within a sentence, as in `Could not retrieve license (0x87D1313D)`. */
const codeIn = (details: string): string => codeOf(/\b0x[\da-f]{8}\b/i.exec(details)?.[0] ?? '');

/** Intune's reports count in UTC and write no offset: `2026-11-19 06:02:00.0000000`. */
const WITHOUT_OFFSET = /^(\d{4}-\d{2}-\d{2})[ T](\d{2}:\d{2}(?::\d{2})?)(?:\.\d+)?$/;

/** A moment, or a day where the list gives no more and there is but one way to read it. */
export const readAsOf = (written: string): Instant | Day | undefined => {
  const [, day, time] = WITHOUT_OFFSET.exec(written) ?? [];
  const moment = readMoment(
    day === undefined ? written : (instantOf(`${day}T${time ?? ''}Z`) ?? ''),
  );
  if (moment !== undefined || day !== undefined) return moment;
  const [only, ...others] = readDays(written);
  return others.length === 0 ? only?.day : undefined;
};

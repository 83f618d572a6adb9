import { headingKey } from '#core/import/heading-key.ts';
import type { Sheet } from '#core/import/sheet.ts';
import {
  cellText,
  filledRows,
  HEADINGS_WITHIN,
  shownColumn,
} from '#core/import/tables/table-columns.ts';
import { isTotalAlone } from '#core/import/tables/total-row.ts';
import { ownEntry } from '#core/own-entry.ts';
import type { GraphToken, GraphTokenState } from '../graph-lists.ts';
import { saysTokens, tokenFieldOf, type TokenField } from './token-headings.ts';
import { readAsOf } from '../install-rows.ts';
import type { ListColumn, ListRow } from '../values.ts';

/** A list of tokens: its rows, and the columns that nothing is read of. */
export type TokenSheet = {
  readonly headerRow: number;
  readonly rows: readonly ListRow[];
  readonly unread: readonly ListColumn[];
};

/** What a sheet lists as Intune has its tokens; undefined where it is no such list. */
export const tokenSheet = ({ name, rows }: Sheet): TokenSheet | undefined => {
  const at = rows.slice(0, HEADINGS_WITHIN).findIndex(({ cells }) => saysTokens(cells));
  const header = rows[at];
  if (header === undefined) return undefined;
  const fields = header.cells.map((_, index) => tokenFieldOf(cellText(header, index)));
  const below = filledRows(rows.slice(at + 1));
  const listed = below.map((row): ListRow => {
    const at = { sheet: name, row: row.number };
    if (isTotalAlone(row, []))
      return { ...at, outcome: 'unreadable', reason: 'total-row', params: {} };
    const said = (field: TokenField): string => cellText(row, indexIn(fields, field));
    const isUnclear = MOMENTS.some(
      (field) => said(field) !== '' && momentIn(said(field)) === undefined,
    );
    return {
      ...at,
      outcome: 'value',
      locationId: '',
      notes: isUnclear ? ['as-of-unclear'] : [],
      is: 'token',
      token: tokenIn(said),
    };
  });
  const unread = fields.flatMap((field, index) => {
    if (field !== undefined && fields.indexOf(field) === index) return [];
    const column = { index, heading: cellText(header, index), field: '' as const };
    return [shownColumn(column, below)];
  });
  return { headerRow: header.number, rows: listed, unread };
};

const indexIn = (
  fields: readonly (TokenField | undefined)[],
  field: TokenField,
): number | undefined => {
  const index = fields.indexOf(field);
  return index < 0 ? undefined : index;
};

const MOMENTS = ['expires', 'lastSynced', 'lastModified'] as const;

/** When something was, or will be; a day begins at midnight. Undefined where it may be several. */
const momentIn = (text: string): string | undefined => {
  const read = readAsOf(text);
  return read === undefined || read.includes('T') ? read : `${read}T00:00:00Z`;
};

const tokenIn = (said: (field: TokenField) => string): GraphToken => {
  const [organizationName, locationName, appleId] = (
    ['organizationName', 'locationName', 'appleId'] as const
  ).map(said) as [string, string, string];
  const moment = (field: TokenField) => momentIn(said(field));
  return {
    id: said('id') || ['list', organizationName, locationName, appleId].join(' ').toLowerCase(),
    displayName: said('displayName'),
    organizationName,
    locationName,
    appleId,
    country: /^[a-z]{2}$/i.test(said('country')) ? said('country').toUpperCase() : '',
    accountType:
      (['business', 'education'] as const).find(
        (type) => type === headingKey(said('accountType')),
      ) ?? '',
    state: ownEntry(STATES, headingKey(said('state'))) ?? 'unknown',
    syncStatus: ownEntry(SYNCS, headingKey(said('syncStatus'))) ?? 'unknown',
    expires: moment('expires'),
    lastSynced: moment('lastSynced'),
    lastModified: moment('lastModified'),
  };
};

const STATES: Readonly<Record<string, GraphTokenState>> = {
  valid: 'valid',
  active: 'valid',
  expired: 'expired',
  invalid: 'invalid',
  assignedtoexternalmdm: 'other-mdm',
  duplicatelocationid: 'duplicate',
};

const SYNCS: Readonly<Record<string, GraphToken['syncStatus']>> = {
  none: 'none',
  inprogress: 'running',
  completed: 'completed',
  failed: 'failed',
};

import { byKind } from '#programmes/by-kind.ts';
import type { ByKind } from '#programmes/kinds.ts';
import { programmes } from '#programmes/programmes.ts';
import type { Addressed, Pane, ScreenOf, SharedScreens } from '#programmes/programme.ts';
import { ownEntry } from '#core/own-entry.ts';
import type { Records } from '#data/records/records.ts';
import { paths } from '#ui/paths.ts';
import { trashedPath } from './trash/trash-paths.ts';

/** The screens of what no programme has. */
const OWN: SharedScreens = {
  workspace: () => paths.settings(),
  person: () => paths.people(),
  device: () => paths.people(),
};

const SCREENS: ByKind<ScreenOf> = { ...OWN, ...byKind(programmes, ({ screens }) => screens) };

const DUE_AT = byKind(programmes, ({ dueAt }) => dueAt);

/** The screen that shows a record, the trash where it is there; undefined where none does. */
export const screenOf = (record: Addressed): string | undefined =>
  (record.trashedOn ?? '') !== ''
    ? trashedPath(record.id)
    : ownEntry(SCREENS, record.kind)?.(record);

/** Where a deadline of a record leads: to its screen, or to the deadlines where it has none. */
export const addressOf = (record: Addressed): string => {
  const leads = ownEntry(DUE_AT, record.kind);
  return leads !== undefined && (record.trashedOn ?? '') === ''
    ? leads(record.id)
    : (screenOf(record) ?? paths.deadlines());
};

/** The same of a record by its id, whatever it is; the deadlines of one that is not here. */
export const addressWith = async (records: Pick<Records, 'get'>, id: string): Promise<string> => {
  const record = await records.get(id);
  return record === undefined ? paths.deadlines() : addressOf(record);
};

const BESIDE_HOME = byKind(programmes, ({ besideHome }) => besideHome);

/** What shows a record of a kind beside home's list; undefined where nothing does. */
export const paneOf = ({ kind }: Pick<Addressed, 'kind'>): Pane | undefined =>
  ownEntry(BESIDE_HOME, kind);

/** Whether a record can be shown beside home's list (home/DetailPane). */
export const hasPane = (record: Pick<Addressed, 'kind'>): boolean => paneOf(record) !== undefined;

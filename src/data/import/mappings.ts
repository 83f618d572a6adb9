import { mappingKey, mappingOf } from '#programmes/apple-credit/import/sheet-columns.ts';
import { NOTHING, vipMapping } from '#programmes/adobe-vip/import/match/vip-shelf.ts';
import { listMapping } from '#programmes/apple-licences/import/plan/list-shelf.ts';
import { ok, refuse } from '#core/result.ts';
import { WORKSPACE_ID, type WorkspaceData } from '#workspace/rules/settings/workspace.ts';
import type { Records } from '../records/records.ts';
import { workspaceIn } from '../workspace/workspace-in.ts';
import type { RememberedMapping } from './import-task.ts';
import type { OpenFile } from './open-file.ts';
import type { FileContent } from './read/sheet-messages.ts';

/** How the sheets of a file are mapped now, and what that is remembered by. */
export const mappingsNow = (file: FileContent): RememberedMapping[] => {
  if (file.programme === 'adobe-vip') return file.sheets.map(vipMapping);
  return file.programme === 'apple-credit'
    ? file.sheets.map((sheet) => ({ key: mappingKey(sheet), mapping: mappingOf(sheet) }))
    : file.sheets.map(listMapping);
};

/**
 * The file with the columns as they were mapped last time for the same headings (A5); of one sheet
 * where it alone was read anew.
 */
export const withRemembered = async (
  records: Pick<Records, 'get'>,
  file: OpenFile,
  only?: string,
): Promise<OpenFile> => {
  const shared = await workspaceIn(records);
  const mappings = mappingsNow(file).map(({ key }, at) => {
    const remembered = shared?.data.mappings[key];
    const isMeant = only === undefined || file.sheets[at]?.name === only;
    return remembered === undefined || !isMeant || key === NOTHING ? undefined : { remembered };
  });
  return mappings.every((mapping) => mapping === undefined) ? file : file.map(mappings);
};

/** Remembers how the sheets' columns are mapped; writes nothing when it is known. */
export const rememberMappings = async (
  records: Pick<Records, 'change'>,
  given: readonly RememberedMapping[],
): Promise<void> => {
  await records.change<WorkspaceData>(WORKSPACE_ID, (shared) => {
    const { mappings } = shared.data;
    const told = given.filter(({ key }) => key !== NOTHING);
    const added = Object.fromEntries(
      told.map(({ key, mapping }) => [key, { ...mappings[key], ...mapping }]),
    );
    const isKnown = Object.entries(added).every(([key, value]) =>
      sameMapping(mappings[key], value),
    );
    return isKnown
      ? refuse('already-remembered')
      : ok({ ...shared, data: { ...shared.data, mappings: { ...mappings, ...added } } });
  });
};

const sameMapping = (
  a: Readonly<Record<string, string>> | undefined,
  b: Readonly<Record<string, string>>,
): boolean =>
  a !== undefined && Object.keys({ ...a, ...b }).every((column) => a[column] === b[column]);

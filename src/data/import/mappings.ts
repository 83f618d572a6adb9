import type { SheetOutline } from '#domain/apple-credit/recognised-sheet.ts';
import { mappingKey, mappingOf } from '#domain/apple-credit/sheet-columns.ts';
import { ok, refuse } from '#domain/result.ts';
import { WORKSPACE_ID, type Workspace, type WorkspaceData } from '#domain/workspace/workspace.ts';
import type { Records } from '../records.ts';
import type { OpenFile } from './open-file.ts';

/** The file with the columns as they were mapped last time for the same headings (A5). */
export const withRemembered = async (records: Pick<Records, 'get'>, file: OpenFile): Promise<OpenFile> => {
  const shared = (await records.get(WORKSPACE_ID)) as Workspace | undefined;
  const mappings = file.sheets.map((sheet) => {
    const remembered = shared?.data.mappings[mappingKey(sheet)];
    return remembered === undefined ? undefined : { remembered };
  });
  return mappings.every((mapping) => mapping === undefined) ? file : file.map(mappings);
};

/** Remembers how the sheets' columns are mapped; writes nothing when it is known. */
export const rememberMappings = async (
  records: Pick<Records, 'change'>,
  sheets: readonly SheetOutline[],
): Promise<void> => {
  await records.change<WorkspaceData>(WORKSPACE_ID, (shared) => {
    const { mappings } = shared.data;
    const added = Object.fromEntries(
      sheets.map((sheet) => [mappingKey(sheet), { ...mappings[mappingKey(sheet)], ...mappingOf(sheet) }]),
    );
    const isKnown = Object.entries(added).every(([key, value]) => sameMapping(mappings[key], value));
    return isKnown
      ? refuse('already-remembered')
      : ok({ ...shared, data: { ...shared.data, mappings: { ...mappings, ...added } } });
  });
};

const sameMapping = (a: Readonly<Record<string, string>> | undefined, b: Readonly<Record<string, string>>): boolean =>
  a !== undefined && Object.keys({ ...a, ...b }).every((column) => a[column] === b[column]);

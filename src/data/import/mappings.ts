import { firstKey, NOTHING, type RememberedMapping } from '#core/import/mapping.ts';
import { ok, refuse } from '#core/result.ts';
import { WORKSPACE_ID } from '#workspace/rules/settings/workspace.ts';
import type { Records } from '../records/records.ts';
import { onKind } from '../records/on-kind.ts';
import { workspaceIn } from '../workspace/workspace-in.ts';
import type { OpenFile } from './open-file.ts';

/** A file, and the sheets of it whose columns mean what they meant last time. */
export type AsBefore = { readonly file: OpenFile; readonly sheets: readonly string[] };

/**
 * The file with the columns mapped as last time for the same headings (A5); only those of one
 * sheet, if it alone was read again.
 */
export const withRemembered = async (
  records: Pick<Records, 'get'>,
  file: OpenFile,
  only?: string,
): Promise<AsBefore> => {
  const shared = await workspaceIn(records);
  const mappings = file.mapped.map(({ key }, at) => {
    const remembered = shared?.data.mappings[key] ?? shared?.data.mappings[firstKey(key)];
    const isMeant = only === undefined || file.sheets[at]?.name === only;
    return remembered === undefined || !isMeant || key === NOTHING ? undefined : { remembered };
  });
  const sheets = file.sheets.flatMap(({ name }, at) => (mappings[at] === undefined ? [] : [name]));
  return { file: sheets.length === 0 ? file : await file.map(mappings), sheets };
};

/** Remembers how the sheets' columns are mapped; writes nothing when it is known. */
export const rememberMappings = async (
  records: Pick<Records, 'change'>,
  given: readonly RememberedMapping[],
): Promise<void> => {
  await records.change(
    WORKSPACE_ID,
    onKind('workspace', (shared) => {
      const { mappings } = shared.data;
      const keyed = given.filter(({ key }) => key !== NOTHING);
      const added = Object.fromEntries(
        keyed.map(({ key, mapping }) => [key, { ...mappings[key], ...mapping }]),
      );
      const isKnown = Object.entries(added).every(([key, value]) =>
        sameMapping(mappings[key], value),
      );
      return isKnown
        ? refuse('already-remembered')
        : ok({ ...shared, data: { ...shared.data, mappings: { ...mappings, ...added } } });
    }),
  );
};

const sameMapping = (
  a: Readonly<Record<string, string>> | undefined,
  b: Readonly<Record<string, string>>,
): boolean =>
  a !== undefined && Object.keys({ ...a, ...b }).every((column) => a[column] === b[column]);

import { firstKey, NOTHING, type RememberedMapping } from '#core/import/mapping.ts';
import { grouped } from '#core/grouped.ts';
import { ownEntry } from '#core/own-entry.ts';
import { ok, refuse } from '#core/result.ts';
import { WORKSPACE_ID } from '#workspace/rules/settings/workspace.ts';
import type { Records } from '../records/records.ts';
import { onKind } from '../records/on-kind.ts';
import { workspaceIn } from '../workspace/workspace-in.ts';
import type { OpenFile, OpenLot } from './open-file.ts';

/** Files, and the sheets of them whose columns mean what they meant last time. */
export type AsBefore = { readonly lot: OpenLot; readonly sheets: readonly string[] };

/**
 * The files with their columns mapped as last time for the same headings (A5); only those of some
 * sheets, if they alone were read again.
 */
export const withRemembered = async (
  records: Pick<Records, 'get'>,
  given: OpenLot,
  isMeant: (sheet: string) => boolean = () => true,
): Promise<AsBefore> => {
  const shared = await workspaceIn(records);
  let lot = given;
  const sheets: string[] = [];
  for (const part of given.parts) {
    const mappings = part.mapped.map(({ key }, at) => {
      const remembered = shared?.data.mappings[key] ?? shared?.data.mappings[firstKey(key)];
      const isHere = isMeant(part.sheets[at]?.name ?? '');
      return remembered === undefined || !isHere || key === NOTHING ? undefined : { remembered };
    });
    const known = namesOf(part).filter((_, at) => mappings[at] !== undefined);
    if (known.length === 0) continue;
    lot = await lot.map(part.programme, mappings);
    sheets.push(...known);
  }
  return { lot, sheets };
};

const namesOf = ({ sheets }: OpenFile): readonly string[] => sheets.map(({ name }) => name);

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
      const said = grouped(keyed, ({ key }) => key);
      const added = Object.fromEntries(
        [...said].map(([key, all]) => [key, agreed(ownEntry(mappings, key) ?? {}, all)]),
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

/**
 * What sheets with the same headings mean, beside what was remembered. Where those of several files
 * mean different things, nothing is: the next file is asked about.
 */
const agreed = (
  before: RememberedMapping['mapping'],
  all: readonly RememberedMapping[],
): RememberedMapping['mapping'] => {
  const now = new Map(Object.entries(before));
  const isSaid = new Set<string>();
  for (const [column, meaning] of all.flatMap(({ mapping }) => Object.entries(mapping))) {
    if (isSaid.has(column) && now.get(column) !== meaning) now.delete(column);
    else now.set(column, meaning);
    isSaid.add(column);
  }
  return Object.fromEntries(now);
};

const sameMapping = (
  a: Readonly<Record<string, string>> | undefined,
  b: Readonly<Record<string, string>>,
): boolean =>
  a !== undefined && Object.keys({ ...a, ...b }).every((column) => a[column] === b[column]);

import { grouped } from '#core/grouped.ts';
import type { RememberedMapping } from '#core/import/mapping.ts';
import { ownEntry } from '#core/own-entry.ts';
import { ok, refuse } from '#core/result.ts';
import { WORKSPACE_ID } from '#workspace/rules/settings/workspace.ts';
import type { Records } from '../records/records.ts';
import type { Vault } from '../vault/vault.ts';
import { onKind } from '../records/on-kind.ts';
import { workspaceIn } from '../workspace/workspace-in.ts';
import type { OpenFile, OpenLot } from './open-file.ts';
import { withoutOldSecrets } from './old-keys.ts';
import {
  ofSingleFiles,
  rememberedBy,
  rememberedIn,
  type AllRemembered,
  type RememberedBy,
  setOfFiles,
} from './remembered-by.ts';

/** Files, and the sheets of them whose columns mean what they meant last time. */
export type AsBefore = { readonly lot: OpenLot; readonly sheets: readonly string[] };

/** Where it is remembered what sheets mean, and the key that sheets are known by. */
export type Remembering<Needs extends keyof Records = 'get'> = {
  readonly records: Pick<Records, Needs>;
  readonly vault: Pick<Vault, 'keyedId'>;
};

/**
 * The files with their columns mapped as last time for the same file, else for the same headings
 * (A5); only those of some sheets, if they alone were read again.
 */
export const withRemembered = async (
  { records, vault }: Remembering,
  given: OpenLot,
  isMeant: (sheet: string) => boolean = () => true,
): Promise<AsBefore> => {
  const shared = await workspaceIn(records);
  let lot = given;
  const sheets: string[] = [];
  for (const part of given.parts) {
    const by = await Promise.all(part.mapped.map((sheet) => rememberedBy(sheet, vault)));
    const mappings = by.map((keys, at) => {
      const remembered = rememberedIn(shared?.data.mappings ?? {}, keys);
      const isHere = isMeant(part.sheets[at]?.name ?? '');
      return remembered === undefined || !isHere ? undefined : { remembered };
    });
    const known = namesOf(part).filter((_, at) => mappings[at] !== undefined);
    if (known.length === 0) continue;
    lot = await lot.map(part.programme, mappings);
    sheets.push(...known);
  }
  return { lot, sheets };
};

const namesOf = ({ sheets }: OpenFile): readonly string[] => sheets.map(({ name }) => name);

/**
 * Remembers what sheets mean, and drops what older versions should not have remembered; writes nothing
 * when all is known.
 */
export const rememberMappings = async (
  { records, vault }: Remembering<'change'>,
  given: readonly RememberedMapping[],
): Promise<void> => {
  const keyed = await Promise.all(
    given.map(async (one) => ({ ...(await rememberedBy(one, vault)), mapping: one.mapping })),
  );
  await records.change(
    WORKSPACE_ID,
    onKind('workspace', (shared) => {
      const mappings = withoutOldSecrets(shared.data.mappings);
      const isTidy = Object.keys(mappings).length === Object.keys(shared.data.mappings).length;
      const added = [...grouped(keyed, ({ shared: key = '' }) => key)].reduce(
        (all, [key, said]) => ({ ...all, ...ofSameHeadings(mappings, key, said) }),
        ofOneSheet(mappings, keyed),
      );
      const isKnown = Object.entries(added).every(([key, value]) =>
        sameMapping(mappings[key], value),
      );
      return isKnown && isTidy
        ? refuse('already-remembered')
        : ok({ ...shared, data: { ...shared.data, mappings: withNewest(mappings, added) } });
    }),
  );
};

/** Of single files, no more are remembered beside each other than these. */
const MOST = 40;

/**
 * What was remembered, and what is said now. Of single files only those that were spoken of last
 * stay: others are asked about again.
 */
const withNewest = (before: AllRemembered, added: AllRemembered): AllRemembered => {
  const others = Object.entries(before).filter(([key]) => !Object.hasOwn(added, key));
  const all = [...others, ...Object.entries(added)];
  const old = [...grouped(all, ([key]) => setOfFiles(key) ?? '')].flatMap(([set, files]) =>
    set === '' ? [] : files.slice(0, -MOST),
  );
  const gone = new Set(old.map(([key]) => key));
  return Object.fromEntries(all.filter(([key]) => !gone.has(key)));
};

type Keyed = RememberedBy & Pick<RememberedMapping, 'mapping'>;

/** What sheets without headings mean: each is known by its own file. */
const ofOneSheet = (mappings: AllRemembered, keyed: readonly Keyed[]): AllRemembered =>
  ownOf(
    mappings,
    keyed.filter(({ shared }) => shared === undefined),
  );

/** What is said of each by its own file, beside what was remembered of it. */
const ownOf = (mappings: AllRemembered, keyed: readonly Keyed[]): AllRemembered =>
  Object.fromEntries(
    [...grouped(keyed, ({ own = '' }) => own)].map(([own, said]) => [
      own,
      said.reduce((all, { mapping }) => ({ ...all, ...mapping }), ownEntry(mappings, own) ?? {}),
    ]),
  );

/**
 * What sheets with the same headings mean, beside what was remembered. Where those of several files
 * mean different things, each is remembered by its own file, and a new one is asked about.
 */
const ofSameHeadings = (
  mappings: AllRemembered,
  key: string,
  said: readonly Keyed[],
): AllRemembered => {
  const before = ofSingleFiles(mappings, key);
  const own = ownOf(mappings, said);
  const single = Object.values({ ...before, ...own });
  const all = [...said.map(({ mapping }) => mapping), ...single];
  const isDoubtful = (column: string): boolean =>
    new Set(all.flatMap((mapping) => ownEntry(mapping, column) ?? [])).size > 1;
  const now = said.reduce((sum, { mapping }) => ({ ...sum, ...mapping }), ownEntry(mappings, key));
  const columns = Object.entries(now ?? {});
  const agreed = Object.fromEntries(columns.filter(([column]) => !isDoubtful(column)));
  const isAgreed =
    Object.keys(before).length === 0 && columns.length === Object.keys(agreed).length;
  return { [key]: agreed, ...(isAgreed ? {} : own) };
};

const sameMapping = (
  a: Readonly<Record<string, string>> | undefined,
  b: Readonly<Record<string, string>>,
): boolean =>
  a !== undefined && Object.keys({ ...a, ...b }).every((column) => a[column] === b[column]);

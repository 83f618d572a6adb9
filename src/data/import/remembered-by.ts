import { firstKey, NOTHING, type RememberedMapping } from '#core/import/mapping.ts';
import { ownEntry } from '#core/own-entry.ts';
import type { Vault } from '../vault/vault.ts';

/** Everything that is remembered of sheets, as the workspace has it. */
export type AllRemembered = Readonly<Record<string, Readonly<Record<string, string>>>>;

/**
 * Under what something is remembered of a sheet: `shared` with every sheet that has these headings,
 * and its `own`, by a keyed hash of its file that tells nothing of it.
 */
export type RememberedBy = {
  readonly shared: string | undefined;
  /** What the first of several sheets with these headings means is taken for the others. */
  readonly first?: string | undefined;
  readonly own: string | undefined;
};

/**
 * Under what something is remembered of a sheet. One without headings is known by its own file
 * alone, and so is any where this device has no key yet.
 */
export const rememberedBy = async (
  { key, about = '', at }: Omit<RememberedMapping, 'mapping'>,
  vault: Pick<Vault, 'keyedId'>,
): Promise<RememberedBy> => {
  const shared = key === NOTHING ? undefined : `${about}${key}`;
  const first = about === '' && key !== NOTHING ? firstKey(key) : undefined;
  if (at === undefined) return { shared, first, own: undefined };
  try {
    const own =
      shared === undefined
        ? `${about}sheet:${await vault.keyedId('sheet', at.digest, at.own)}`
        : ofFile(shared, await vault.keyedId('file', at.digest));
    return { shared, first, own };
  } catch {
    return { shared, first, own: undefined };
  }
};

/** What is remembered of a sheet: of its own file, else of those with the same headings. */
export const rememberedIn = (
  all: AllRemembered,
  { shared, first, own }: RememberedBy,
): Readonly<Record<string, string>> | undefined => {
  const inAll = (key: string | undefined) => (key === undefined ? undefined : ownEntry(all, key));
  const ofOwn = inAll(own);
  const ofShared = inAll(shared) ?? inAll(first);
  return ofOwn === undefined ? ofShared : { ...ofShared, ...ofOwn };
};

/** The key of one file among those with the same headings. */
const ofFile = (shared: string, file: string): string => `${shared}${OF_FILE}${file}`;

const OF_FILE = ' in ';

const SINGLE_FILE = new RegExp(`^(.*${OF_FILE})[A-Za-z0-9_-]+$`, 's');

/** What a key of a single file or sheet has in common with others of its kind; undefined of headings. */
export const setOfFiles = (key: string): string | undefined =>
  /^(?:[a-z-]+:)?sheet:/.exec(key)?.[0] ?? SINGLE_FILE.exec(key)?.[1];

/** What is remembered of single files with the same headings. */
export const ofSingleFiles = (all: AllRemembered, shared: string): AllRemembered =>
  Object.fromEntries(Object.entries(all).filter(([key]) => setOfFiles(key) === ofFile(shared, '')));

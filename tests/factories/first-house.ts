import type { VolymRecord } from '#core/record/record.ts';
import type { Sealed } from '#core/record/sealed.ts';
import { storedRecords } from '#data/backup/stored-records.ts';
import type { RecordCollection } from '#data/records/database.ts';
import { fromBase64 } from '#data/vault/seal/base64.ts';
import type { Vault } from '#data/vault/vault.ts';

/** What is to be read from each part of the set in `tests/fixtures/first-house`. */
export type FirstHouse = {
  readonly passphrase: string;
  readonly kit: string;
  /** The text of each sealed field, by the id of its record. */
  readonly sealed: Readonly<Record<string, string>>;
  readonly records: readonly VolymRecord[];
};

/** A table of IndexedDB as it was written down. */
type KeptStore = {
  readonly name: string;
  readonly keyPath: string | string[] | null;
  readonly autoIncrement: boolean;
  readonly indexes: readonly {
    readonly name: string;
    readonly keyPath: string | string[];
    readonly unique: boolean;
    readonly multiEntry: boolean;
  }[];
  readonly entries: readonly (readonly [IDBValidKey, unknown])[];
};

/** A device as it was written down: its settings and all its databases. */
export type KeptDevice = {
  readonly localStorage: Readonly<Record<string, string>>;
  readonly databases: readonly {
    readonly name: string;
    readonly version: number;
    readonly stores: readonly KeptStore[];
  }[];
};

type Coded =
  | { readonly $: 'undefined' }
  | { readonly $: 'map'; readonly entries: readonly [unknown, unknown][] }
  | { readonly $: 'set'; readonly values: readonly unknown[] }
  | {
      readonly $: 'key';
      readonly raw: string;
      readonly algorithm: AesKeyAlgorithm | HmacKeyAlgorithm;
      readonly usages: KeyUsage[];
    };

const isCoded = (value: object): value is Coded => '$' in value;

/** A value as it was in IndexedDB; keys come back as they were, so that nothing can export them again. */
export const revived = async (value: unknown): Promise<unknown> => {
  if (value === null || typeof value !== 'object') return value;
  if (Array.isArray(value)) return Promise.all(value.map(revived));
  if (!isCoded(value)) {
    const entries = Object.entries(value).map(
      async ([key, item]) => [key, await revived(item)] as const,
    );
    return Object.fromEntries(await Promise.all(entries));
  }
  if (value.$ === 'undefined') return undefined;
  if (value.$ === 'map') return new Map((await revived(value.entries)) as [unknown, unknown][]);
  if (value.$ === 'set') return new Set((await revived(value.values)) as unknown[]);
  return crypto.subtle.importKey(
    'raw',
    fromBase64(value.raw),
    value.algorithm,
    false,
    value.usages,
  );
};

/** What a device keeps apart from its records, by its key. */
export const keptApart = async ({ databases }: KeptDevice, key: string): Promise<unknown> => {
  const entries = databases.find(({ name }) => name === 'volym-device')?.stores[0]?.entries;
  return revived(entries?.find(([known]) => known === key)?.[1]);
};

const isSealed = (value: unknown): value is Sealed =>
  typeof value === 'object' && value !== null && 'iv' in value && 'text' in value;

/** Opens every sealed field of the records that have one; the texts by the id of their record. */
export const openedIn = async (
  vault: Vault,
  records: readonly VolymRecord[],
): Promise<Record<string, string>> => {
  const fields = records.flatMap(({ id, data }) =>
    Object.entries(data).flatMap(([field, value]) =>
      isSealed(value) ? [{ at: { id, field }, value }] : [],
    ),
  );
  const texts = fields.map(async ({ at, value }) => [at.id, await vault.open(value, at)] as const);
  return Object.fromEntries(await Promise.all(texts));
};

/** All that is stored, in the order of the ids. */
export const allStored = async (collection: RecordCollection): Promise<VolymRecord[]> => {
  const found: VolymRecord[] = [];
  for await (const batch of storedRecords(collection)) found.push(...batch);
  return found;
};

import type { CodeBatch } from '#domain/apple-credit/code-batch.ts';
import type { CreditOrder } from '#domain/apple-credit/credit-order.ts';
import { keysOf } from '#domain/apple-credit/import-keys.ts';
import type { IncomingFile, Known } from '#domain/apple-credit/import-rows.ts';
import type { RedemptionCode } from '#domain/apple-credit/redemption-code.ts';
import { importState, type ImportRun } from '#domain/workspace/import-run.ts';
import type { Records } from '../records.ts';
import type { Vault } from '../vault/vault.ts';
import { codesUnder, countUnder } from './codes-under.ts';
import { inChunks, type Watched } from './in-chunks.ts';

/** Reads what the store knows already, as far as a file touches it. Writes nothing. */
export const readKnown = async (
  file: IncomingFile,
  { records, vault }: { readonly records: Records; readonly vault: Pick<Vault, 'keyedId'> },
  watched: Watched = {},
): Promise<Known> => {
  const orders = (await records.find({ kind: 'credit-order', trashed: true })) as CreditOrder[];
  const batches = (await records.find({ kind: 'code-batch', trashed: true })) as CodeBatch[];
  const codes = (await records.many(codeIdsOf(file))) as Map<string, RedemptionCode>;
  watched.signal?.throwIfAborted();
  const runs = new Set([...codes.values()].flatMap(({ data }) => data.origin?.run ?? []));
  const imports = [...(await records.many([...runs])).values()] as ImportRun[];
  const ids = await idsOf(keysOf(file, { codes, orders, batches }), vault, watched);
  return {
    ...{ orders, batches, codes },
    codesUnder: countUnder(await codesUnder(records, parentsTouched(file, { orders, batches, codes }))),
    unfinished: new Set(imports.filter((run) => importState(run) === 'unfinished').map(({ id }) => id)),
    fileNames: new Map(imports.map(({ id, data }) => [id, data.fileName])),
    idOf: (key) => ids.get(key.join('\n')) ?? missing(key),
  };
};

const codeIdsOf = ({ sheets }: IncomingFile): string[] =>
  sheets.flatMap(({ rows }) => rows.flatMap((row) => (row.outcome === 'value' && row.codeId ? [row.codeId] : [])));

/** Orders and batches that the file may lead to: by an order number it names, or because they hold some of its codes. */
const parentsTouched = (
  { sheets }: IncomingFile,
  { orders, batches, codes }: Pick<Known, 'orders' | 'batches' | 'codes'>,
): string[] => {
  const live = [...orders, ...batches].filter(({ trashedOn }) => trashedOn === '');
  const named = sheets.flatMap(({ rows, metadata }) => [metadata.orderNumber, ...rows.map((row) => row.orderNumber)]);
  const numbers = new Set(named.filter((number) => number !== undefined && number !== ''));
  const holders = new Set([...codes.values()].map(({ parent }) => parent));
  return live.filter(({ id, data }) => holders.has(id) || numbers.has(data.orderNumber)).map(({ id }) => id);
};

const idsOf = async (
  keys: readonly string[][],
  vault: Pick<Vault, 'keyedId'>,
  watched: Watched,
): Promise<Map<string, string>> => {
  const ids = new Map<string, string>();
  await inChunks(keys, watched, async (chunk) => {
    const made = await Promise.all(chunk.map((key) => vault.keyedId(...key)));
    chunk.forEach((key, at) => ids.set(key.join('\n'), made[at] as string));
  });
  return ids;
};

const missing = (key: readonly string[]): never => {
  throw new TypeError(`no id was made for a ${key[0]}`);
};

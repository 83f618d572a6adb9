import { keysOf } from '#programmes/apple-credit/import/match/keys.ts';
import type { IncomingFile, Known } from '#programmes/apple-credit/import/plan/planned.ts';
import { orderKey } from '#programmes/apple-credit/rules/order/order-key.ts';
import type { VolymRecord } from '#core/record/record.ts';
import { importState } from '#core/import/import-run.ts';
import { conditionOf, isFine } from '#data/records/read-record.ts';
import type { Records } from '#data/records/records.ts';
import type { Vault } from '#data/vault/vault.ts';
import { codesUnder, countUnder } from '../code/codes-under.ts';
import type { Watched } from '#data/records/in-chunks.ts';
import type { Incoming } from './incoming.ts';
import { keyedIds } from '#data/import/keyed-ids.ts';
import { notTheCodes } from './not-the-codes.ts';
import { ofOtherKind } from '#data/import/of-other-kind.ts';
import { isOfKind, type RecordOf } from '#data/records/found.ts';
import { readMany } from '#data/records/read-under.ts';

/** Reads what the store knows already, as far as a file touches it. Writes nothing. */
export const readKnown = async (
  incoming: Incoming,
  {
    records,
    vault,
  }: { readonly records: Records; readonly vault: Pick<Vault, 'keyedId' | 'open'> },
  watched: Watched = {},
): Promise<Known> => {
  const { file } = incoming;
  const allOrders = await records.find({ kind: 'credit-order', trashed: true });
  const allBatches = await records.find({ kind: 'code-batch', trashed: true });
  const allCodes = [...(await records.many(codeIdsOf(file))).values()];
  const orders = allOrders.filter(isFine);
  const batches = allBatches.filter(isFine);
  const codes = new Map(allCodes.filter(isCode).map((code) => [code.id, code]));
  watched.signal?.throwIfAborted();
  const runs = new Set([...codes.values()].flatMap(({ data }) => data.origin?.run ?? []));
  const imports = [...(await readMany(records, [...runs], 'import-run')).values()];
  const keys = keysOf(file, { codes, orders, batches });
  const { idOf, make } = keyedIds(vault);
  await make(keys, watched);
  const unknown = [...allOrders, ...allBatches, ...allCodes].filter(
    (record) => conditionOf(record) !== 'fine',
  );
  const others = [
    ...allCodes.filter((record) => !isCode(record)),
    ...(await ofOtherKind(records, keys, idOf)),
  ];
  const closed = await notTheCodes(incoming, codes, vault, watched);
  return {
    orders,
    batches,
    codes,
    strange: {
      numbers: numbersIn(unknown),
      ids: new Map([
        ...[...unknown, ...others].map(({ id }) => [id, 'record-not-understood'] as const),
        ...closed.map(({ id }) => [id, 'code-not-opened'] as const),
      ]),
    },
    codesUnder: countUnder(
      await codesUnder(records, parentsTouched(file, { orders, batches, codes })),
    ),
    unfinished: new Set(
      imports.filter((run) => importState(run) === 'unfinished').map(({ id }) => id),
    ),
    fileNames: new Map(
      imports.flatMap(({ id, data }) => [
        [id, data.fileName] as const,
        ...(data.files ?? []).map(({ file, name }) => [file, name] as const),
      ]),
    ),
    idOf,
  };
};

const isCode = (record: VolymRecord): record is RecordOf<'redemption-code'> =>
  isOfKind(record, 'redemption-code') && isFine(record);

/** The order numbers in the raw data of what the app does not understand. */
const numbersIn = (records: readonly VolymRecord[]): ReadonlySet<string> => {
  const numbers = records.flatMap(({ data, trashedOn }) => {
    const { orderNumber } = (data ?? {}) as { readonly orderNumber?: unknown };
    return trashedOn === '' && typeof orderNumber === 'string' && orderNumber !== ''
      ? [orderKey(orderNumber)]
      : [];
  });
  return new Set(numbers);
};

const codeIdsOf = ({ sheets }: IncomingFile): string[] =>
  sheets.flatMap(({ rows }) =>
    rows.flatMap((row) => (row.outcome === 'value' && row.codeId ? [row.codeId] : [])),
  );

/**
 * Orders and batches that the file may lead to: by an order number it names, or because they hold
 * some of its codes.
 */
const parentsTouched = (
  { sheets }: IncomingFile,
  { orders, batches, codes }: Pick<Known, 'orders' | 'batches' | 'codes'>,
): string[] => {
  const live = [...orders, ...batches].filter(({ trashedOn }) => trashedOn === '');
  const named = sheets.flatMap(({ rows, metadata }) => [
    metadata.orderNumber,
    ...rows.map((row) => row.orderNumber),
  ]);
  const numbers = new Set(named.flatMap((number) => (number ? [orderKey(number)] : [])));
  const holders = new Set([...codes.values()].map(({ parent }) => parent));
  return live
    .filter(({ id, data }) => holders.has(id) || numbers.has(orderKey(data.orderNumber)))
    .map(({ id }) => id);
};

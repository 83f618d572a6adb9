import type { RxStorage } from 'rxdb/plugins/core';
import { getRxStorageIndexedDb } from '#rx-storage-indexeddb/index.ts';
import { SCHEMAS, open, state, type Instance } from '../collections.ts';

const opened = (): Promise<Instance> =>
  open(getRxStorageIndexedDb() as unknown as RxStorage<never, never>, SCHEMAS.records, {
    name: 'killed',
  });

/** So many documents are written at once: all or none of them may be there afterwards. */
const BULK = 5;

const idsOf = (round: number, at: number): string[] =>
  Array.from({ length: BULK }, (_, place) => `r${round}-w${at}-d${place}`);

/** Writes one bulk after the other and tells of each that was acknowledged, until the browser ends. */
const write = async (
  round: number,
  count: number,
  text: string,
  acknowledged: (at: number) => void,
): Promise<void> => {
  const instance = await opened();
  for (let at = 0; at < count; at += 1) {
    const { error } = await instance.bulkWrite(
      idsOf(round, at).map((id) => ({ document: state({ id, a: text, b: '', n: at % 1000 }) })),
      'kill',
    );
    if (error.length > 0) throw new Error(`refused: ${JSON.stringify(error)}`);
    acknowledged(at);
  }
};

/** How many documents of each bulk are there, of those whose text is whole. */
const there = async (round: number, count: number, text: string): Promise<readonly number[]> => {
  const instance = await opened();
  const found = await Promise.all(
    Array.from({ length: count }, (_, at) => instance.findDocumentsById(idsOf(round, at), true)),
  );
  await instance.close();
  return found.map((documents) => documents.filter(({ a }) => a === text).length);
};

/** What a write of so many characters ends with: the name of its error, or `written`. */
const writeBig = async (id: string, length: number): Promise<string> => {
  const instance = await opened();
  const text = Array.from({ length: Math.ceil(length / 30_000) }, () =>
    String.fromCharCode(
      ...crypto.getRandomValues(new Uint16Array(30_000)).map((unit) => unit % 0xd000),
    ),
  ).join('');
  try {
    await instance.bulkWrite(
      ['small', id].map((name) => ({
        document: state({
          id: name === id ? id : `${id}-${name}`,
          a: '',
          b: '',
          n: 0,
          ...(name === id && { rest: { text } }),
        }),
      })),
      'full',
    );
    return 'written';
  } catch (error) {
    return (error as Error).name;
  } finally {
    await instance.close();
  }
};

/** Which of these ids are there. */
const which = async (ids: string[]): Promise<string[]> => {
  const instance = await opened();
  const found = await instance.findDocumentsById(ids, true);
  await instance.close();
  return found.map(({ id }) => String(id));
};

const page = { write, there, writeBig, which };

/** What a test asks of this page. */
export type StoragePage = typeof page;

Object.assign(globalThis, { storage: page });

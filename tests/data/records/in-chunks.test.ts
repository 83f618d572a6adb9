import { describe, expect, test } from 'vitest';
import { inChunks, TWO } from '#data/records/in-chunks.ts';

const items = Array.from({ length: 1050 }, (_, at) => at);

/** Work whose chunks each end when the test says so. */
const heldWork = () => {
  const begun: { readonly first: number; end(error?: Error): void }[] = [];
  const work = ([first = -1]: readonly number[]): Promise<void> =>
    new Promise((resolve, reject) => {
      begun.push({ first, end: (error) => (error === undefined ? resolve() : reject(error)) });
    });
  /** All that can go on without one of the chunks has gone on. */
  const settled = () => new Promise<void>((resolve) => setTimeout(resolve));
  return { begun, work, settled };
};

describe('A5: chunks of an import', () => {
  test('A5: two are under way, each item is worked on once, and progress rises to the end', async () => {
    const { begun, work, settled } = heldWork();
    const told: number[] = [];
    const all = inChunks(items, { onProgress: (done) => told.push(done) }, work, TWO);
    for (let at = 0; at < 6; at += 1) {
      await settled();
      expect(begun.length).toBe(Math.min(at + 2, 6));
      begun[at]?.end();
    }
    await all;
    expect(begun.map(({ first }) => first)).toEqual([0, 200, 400, 600, 800, 1000]);
    expect(told).toEqual([200, 400, 600, 800, 1000, 1050]);
  });

  test('A5: otherwise the next begins when the one before it has ended', async () => {
    const { begun, work, settled } = heldWork();
    const all = inChunks(items, {}, work);
    for (let at = 0; at < 6; at += 1) {
      await settled();
      expect(begun.length).toBe(at + 1);
      begun[at]?.end();
    }
    await all;
  });

  test('A5: when one fails no other begins, and it is thrown once the one beside it has ended', async () => {
    const { begun, work, settled } = heldWork();
    let isOver = false;
    const all = inChunks(items, {}, work, TWO).finally(() => void (isOver = true));
    const failed = expect(all).rejects.toThrow('the disk is full');
    await settled();
    begun[0]?.end(new Error('the disk is full'));
    await settled();
    expect(isOver).toBe(false);
    begun[1]?.end();
    await failed;
    expect(begun).toHaveLength(2);
  });

  test('A5: what was cancelled begins no other', async () => {
    const { begun, work, settled } = heldWork();
    const stop = new AbortController();
    const all = expect(inChunks(items, { signal: stop.signal }, work, TWO)).rejects.toThrow(
      'aborted',
    );
    await settled();
    stop.abort();
    for (const chunk of begun) chunk.end();
    await all;
    expect(begun).toHaveLength(2);
  });
});

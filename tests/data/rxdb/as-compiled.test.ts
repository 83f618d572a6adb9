import * as tslib from 'tslib';
import { describe, expect, test } from 'vitest';
import * as own from '#data/rxdb/as-compiled.ts';

type Words = Pick<typeof tslib, '__await' | '__asyncGenerator' | '__asyncValues' | '__awaiter'>;

/**
 * As rxjs reads a stream (`isReadableStreamLike`), and as it goes through what it was given
 * (`innerFrom`).
 */
const readerWith = ({ __await, __asyncGenerator, __asyncValues, __awaiter }: Words) => ({
  values: (stream: ReadableStream) =>
    __asyncGenerator(
      undefined,
      [] as never,
      function* (): Generator<unknown, unknown, ReadableStreamReadResult<unknown>> {
        const reader = stream.getReader();
        try {
          for (;;) {
            const { value, done } = yield __await(reader.read());
            if (done) return yield __await(undefined);
            yield yield __await(value);
          }
        } finally {
          reader.releaseLock();
        }
      } as never,
    ) as AsyncIterable<unknown>,
  told: (given: AsyncIterable<unknown>, most = Infinity) =>
    __awaiter(undefined, [], Promise, function* () {
      const seen: unknown[] = [];
      const all = __asyncValues(given) as AsyncIterator<unknown>;
      try {
        for (;;) {
          const { value, done } = (yield all.next()) as IteratorResult<unknown>;
          if (done === true || seen.length >= most) break;
          seen.push(value);
        }
      } catch (error) {
        seen.push((error as Error).message);
      }
      yield all.return?.();
      return seen;
    } as never) as Promise<unknown[]>,
});

const streamOf = (values: readonly unknown[], error?: string): ReadableStream =>
  new ReadableStream({
    start: (controller) => {
      for (const value of values) controller.enqueue(value);
      if (error === undefined) controller.close();
      else controller.error(new Error(error));
    },
    pull: () => undefined,
  });

describe.each([
  ['to its end', [1, 2, Promise.resolve(3)], undefined, undefined],
  ['with nothing in it', [], undefined, undefined],
  ['that breaks', [], 'it broke', undefined],
  ['that is left early', [1, 2, 3], undefined, 1],
])('a stream %s', (_, values, error, most) => {
  test('X6: is read by rxjs as it would be with tslib', async () => {
    const seen = await Promise.all(
      [own as unknown as Words, tslib].map(async (words) => {
        const [reader, stream] = [readerWith(words), streamOf(values, error)];
        return [await reader.told(reader.values(stream), most), stream.locked];
      }),
    );
    expect(seen[0]).toEqual(seen[1]);
  });
});

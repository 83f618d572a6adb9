import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { afterEach, expect, test } from 'vitest';
import { closeAll, DATABASE, open } from './let-in.ts';

afterEach(closeAll);

const MB = 1024 * 1024;

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

/** What lies in buffers and is still in use (MB). */
const heldNow = (): number => {
  collect();
  return process.memoryUsage().arrayBuffers / MB;
};

/** A server with a device, which sends bodies whose end does not come. */
const server = async () => {
  const { app, setUp } = open();
  const authorization = `Bearer ${await setUp()}`;
  /** Answers once so many parts were taken. How it ends is answered later. */
  const hold = async (parts: number, bytes: number) => {
    const [taken, ending] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    let left = parts;
    const pull = async (controller: ReadableStreamDefaultController<Uint8Array>): Promise<void> => {
      if (left === 0) {
        taken.resolve();
        await ending.promise;
        return controller.close();
      }
      left -= 1;
      controller.enqueue(new Uint8Array(bytes).fill(32));
    };
    const body = new ReadableStream({ pull }, { highWaterMark: 0 });
    const headers = { authorization, 'content-type': 'application/json' };
    const init = { method: 'POST', body, headers, duplex: 'half' } as RequestInit;
    const answer = Promise.resolve(app.request(`${DATABASE}/_bulk_docs`, init));
    // Refused, it is never taken.
    await Promise.race([taken.promise, answer]);
    return { answer, end: ending.resolve };
  };
  return { hold };
};

test('X9: of a body that is held open no more is held than what is counted', async () => {
  const { hold } = await server();
  const before = heldNow();
  const held = [await hold(17 * 16, MB / 16), await hold(17 * 16, MB / 16)];
  // In one piece that was made twice as wide each time they took 97.
  expect(heldNow() - before).toBeLessThan(38);
  held.forEach(({ end }) => end());
  for (const { answer } of held) expect((await answer).status).toBe(400);
});

import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { afterEach, expect, test } from 'vitest';
import { OPEN_BODY, ROOM_EACH } from '#server/couch/room.ts';
import { closeAll, DATABASE, open } from './let-in.ts';

afterEach(closeAll);

const MB = 1024 * 1024;

/** Memory that nobody holds is given back beside the program, not at once. */
const PATIENT = { timeout: 20_000 };

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

/** What is in buffers and still in use (MB). */
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
  // In one piece that was made twice as wide each time they took 97. What the test itself sent is
  // let go of in a moment.
  await expect.poll(() => heldNow() - before, PATIENT).toBeLessThan(38);
  held.forEach(({ end }) => end());
  for (const { answer } of held) expect((await answer).status).toBe(400);
});

test.each([
  [1, 1],
  [1, 4_097],
  [3, 9_000],
])('X9: nor of many small bodies (%i parts of %i bytes)', async (parts, bytes) => {
  const { hold } = await server();
  const before = heldNow();
  const held = [];
  for (let at = 0; at < 1_000; at += 1) held.push(await hold(parts, bytes));
  // In blocks of 64 kB those past four kilobytes took 66 MB.
  const counted = 1_000 * ((parts * bytes + OPEN_BODY) / MB);
  await expect.poll(() => heldNow() - before, PATIENT).toBeLessThan(counted);
  held.forEach(({ end }) => end());
  await Promise.all(held.map(({ answer }) => answer));
});

test('X9: a device holds so many bodies open as it has room for, however small', async () => {
  const { hold } = await server();
  const most = Math.floor(ROOM_EACH / (OPEN_BODY + 1));
  const held = [];
  for (let at = 0; at < most + 50; at += 1) held.push(await hold(1, 1));
  const answers = await Promise.all(
    held.slice(most - 1).map(({ answer }) => Promise.race([answer, undefined])),
  );
  expect(answers.map((answer) => answer?.status)).toEqual([
    undefined,
    ...Array.from({ length: 50 }, () => 503),
  ]);
  held.forEach(({ end }) => end());
  await Promise.all(held.map(({ answer }) => answer));
  // What was let go of is free again.
  const after = await hold(1, 1);
  after.end();
  expect((await after.answer).status).toBe(400);
});

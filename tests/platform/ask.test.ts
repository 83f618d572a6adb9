import { expect, test } from 'vitest';
import { ask } from '#platform/ask.ts';

const answering = (answer: unknown) => ({
  postMessage: (message: string, [line]: MessagePort[]) => line?.postMessage([message, answer]),
});

test('X3: a question is answered on the line that goes with it', async () => {
  expect(await Promise.all([ask(answering(1), 'a'), ask(answering(2), 'b', 60_000)])).toEqual([
    ['a', 1],
    ['b', 2],
  ]);
});

test('X3: an answer that does not come in time is not waited for', async () => {
  expect(await ask({ postMessage: () => undefined }, 'a', 1)).toBeUndefined();
});

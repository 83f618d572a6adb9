import { afterEach, describe, expect, test } from 'vitest';
import { takeSharedSheets } from '#platform/browser/shared-sheet.ts';

afterEach(() => void Reflect.deleteProperty(navigator, 'serviceWorker'));

/** A worker that answers so, whatever it is asked. */
const answeredWith = (answer: unknown): void => {
  const controller = {
    postMessage: (_: unknown, [line]: readonly MessagePort[]) => line?.postMessage(answer),
  };
  Object.defineProperty(navigator, 'serviceWorker', { configurable: true, value: { controller } });
};

const taken = async (answer: unknown): Promise<unknown> => {
  answeredWith(answer);
  const shared = await takeSharedSheets();
  return shared && [shared.from, ...shared.sheets.map(({ name }) => name)];
};

const [first, second] = ['a.csv', 'b.csv'].map((name) => new File(['A'], name));

describe('X7: what was shared, from the worker that is active', () => {
  test('X7: all files, with where they came from', async () => {
    const answer = { sheet: first, sheets: [first, second], from: 'example.com' };
    expect(await taken(answer)).toEqual(['example.com', 'a.csv', 'b.csv']);
  });

  test('X7: a worker of an older version hands over one', async () => {
    expect(await taken(first)).toEqual(['', 'a.csv']);
    expect(await taken({ sheet: first, from: 'example.com' })).toEqual(['example.com', 'a.csv']);
  });

  test('X7: nothing, where nothing waits', async () => {
    expect(await taken(undefined)).toBeUndefined();
    expect(await taken({ from: '' })).toBeUndefined();
  });
});

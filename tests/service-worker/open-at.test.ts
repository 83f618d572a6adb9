import { expect, test } from 'vitest';
import { openAt, type Windows } from '../../src/service-worker/open-at.ts';

const ORDER = 'https://volym.example/credit/order-1';

type Tab = { readonly at: string; readonly answers?: boolean };

// Browsers let a worker open or show a window only after a real tap, which no test can make: these
// windows only listen.
const tapped = async (open: readonly Tab[]): Promise<string[]> => {
  const done: string[] = [];
  const windows: Windows = {
    matchAll: async () =>
      open.map(({ at, answers = true }) => ({
        postMessage: ({ address }, [line]) => void (answers && line?.postMessage(at === address)),
        focus: async () => done.push(`shows ${at}`),
      })),
    openWindow: async (address) => done.push(`opens ${address}`),
  };
  await openAt(windows, ORDER);
  return done;
};

test('X3: a tap shows the tab that is at the item already', async () => {
  expect(await tapped([{ at: 'https://volym.example/deadlines' }, { at: ORDER }])).toEqual([
    `shows ${ORDER}`,
  ]);
});

test('X3: a tap opens the item where no tab shows it, and leaves the others as they are', async () => {
  expect(await tapped([])).toEqual([`opens ${ORDER}`]);
  expect(await tapped([{ at: 'https://volym.example/credit/new' }])).toEqual([`opens ${ORDER}`]);
});

test('X3: a tab that does not answer is not waited for', async () => {
  expect(await tapped([{ at: ORDER, answers: false }])).toEqual([`opens ${ORDER}`]);
});

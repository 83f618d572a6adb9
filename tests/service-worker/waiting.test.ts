import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { waitingFor, type Waiting } from '../../src/service-worker/waiting.ts';

const MS = 60_000;
let sheets: Waiting<string>;
beforeEach(() => {
  vi.useFakeTimers();
  sheets = waitingFor(MS);
});
afterEach(() => vi.useRealTimers());

test('X9: what was shared is taken once', () => {
  sheets.keep('codes.csv');
  expect([sheets.take(), sheets.take()]).toEqual(['codes.csv', undefined]);
});

test('X9: what nobody takes is forgotten after its time', () => {
  sheets.keep('codes.csv');
  vi.advanceTimersByTime(MS);
  expect(sheets.take()).toBeUndefined();
});

test('X7: a second sheet has its whole time, however long ago the first one came, taken or not', () => {
  for (const isTaken of [false, true]) {
    sheets.keep('first.csv');
    vi.advanceTimersByTime(MS - 1);
    if (isTaken) sheets.take();
    sheets.keep('second.csv');
    vi.advanceTimersByTime(MS - 1);
    expect(sheets.take()).toBe('second.csv');
  }
});

test('X7: a share without a sheet does not bring back the one before', () => {
  sheets.keep('first.csv');
  sheets.keep(undefined);
  expect([sheets.take(), vi.getTimerCount()]).toEqual([undefined, 0]);
});

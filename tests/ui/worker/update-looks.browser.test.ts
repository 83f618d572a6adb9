import { afterEach, beforeEach, expect, test } from 'vitest';
import { LOOK_EVERY_MS, lookNowAndThen } from '#ui/worker/update-looks.ts';

let stop: AbortController;
let now: number;
let looks: number;

beforeEach(() => {
  stop = new AbortController();
  now = 0;
  looks = 0;
  lookNowAndThen(() => (looks += 1), { now: () => now }, stop.signal);
});
afterEach(() => stop.abort());

const comeBack = (): void => void document.dispatchEvent(new Event('visibilitychange'));

test('X6: looks for a new version at the start', () => {
  expect(looks).toBe(1);
});

test('X6: coming back within the hour does not look again, an hour later it does', () => {
  now = LOOK_EVERY_MS - 1;
  comeBack();
  window.dispatchEvent(new Event('focus'));
  expect(looks).toBe(1);
  now = LOOK_EVERY_MS;
  comeBack();
  comeBack();
  expect(looks).toBe(2);
  now = 2 * LOOK_EVERY_MS;
  window.dispatchEvent(new Event('focus'));
  expect(looks).toBe(3);
});

test('X6: the network coming back looks at once', () => {
  window.dispatchEvent(new Event('online'));
  expect(looks).toBe(2);
});

test('X6: nothing is looked for after the end', () => {
  stop.abort();
  window.dispatchEvent(new Event('online'));
  expect(looks).toBe(1);
});

import { afterEach, beforeEach, expect, test } from 'vitest';
import { cdp } from 'vitest/browser';
import { ignoreSecondPress } from '#platform/second-press.ts';

const send = (method: string, given: object): Promise<unknown> =>
  (cdp() as unknown as { send(method: string, given: object): Promise<unknown> }).send(
    method,
    given,
  );

let stop: () => void;
const heard: string[] = [];
const button = (name: string): HTMLButtonElement => {
  const made = document.createElement('button');
  made.textContent = name;
  made.style.cssText = 'position:fixed;inset:0 auto auto 0;width:200px;height:60px';
  made.addEventListener('click', () => heard.push(name));
  return made;
};

beforeEach(() => {
  heard.length = 0;
  stop = ignoreSecondPress();
});
afterEach(() => {
  stop();
  document.body.replaceChildren();
});

/** A mouse of the browser itself: the second press comes with its count, as of a double click. */
const press = async (clickCount: number): Promise<void> => {
  const frame = window.frameElement?.getBoundingClientRect() ?? { x: 0, y: 0 };
  const at = { x: frame.x + 40, y: frame.y + 30, button: 'left', clickCount };
  await send('Input.dispatchMouseEvent', { type: 'mousePressed', ...at });
  await send('Input.dispatchMouseEvent', { type: 'mouseReleased', ...at });
};

test('A5: the second press of a double tap does not hit what came under the finger', async () => {
  const first = button('first');
  first.addEventListener('click', () => first.replaceWith(button('second')));
  document.body.append(first);
  await press(1);
  await press(2);
  expect(heard).toEqual(['first']);
  await press(1);
  expect(heard).toEqual(['first', 'second']);
});

/**
 * A finger of the browser itself, at a moment (s): what is between two taps is not how busy this
 * machine is.
 */
const tap = async (timestamp = Date.now() / 1000): Promise<void> => {
  const frame = window.frameElement?.getBoundingClientRect() ?? { x: 0, y: 0 };
  const touchPoints = [{ x: frame.x + 40, y: frame.y + 30 }];
  await send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints, timestamp });
  await send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [], timestamp });
};

for (const type of ['checkbox', 'radio'])
  test(`X14: a finger on the row of a ${type} ticks it`, async () => {
    const row = document.createElement('label');
    row.style.cssText =
      'position:fixed;inset:0 auto auto 0;width:200px;height:60px;padding-left:100px';
    const box = Object.assign(document.createElement('input'), { type });
    row.append('Keep', box);
    document.body.append(row);
    await tap();
    expect(box.checked).toBe(true);
  });

test('A5: the second tap of a finger does not hit what came under it', async () => {
  const first = button('first');
  first.addEventListener('click', () => first.replaceWith(button('second')));
  document.body.append(first);
  const now = Date.now() / 1000;
  await tap(now - 2);
  await tap(now - 1.7);
  expect(heard).toEqual(['first']);
  await tap(now);
  expect(heard).toEqual(['first', 'second']);
});

test('A6: both presses on one control count', async () => {
  document.body.append(button('more'));
  await press(1);
  await press(2);
  expect(heard).toEqual(['more', 'more']);
});

test('X9: the second press on a control that says something else by now is ignored', async () => {
  const lock = button('lock');
  lock.addEventListener('click', () => (lock.textContent = 'unlock'));
  document.body.append(lock);
  await press(1);
  await press(2);
  expect(heard).toEqual(['lock']);
});

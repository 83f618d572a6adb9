import { cdp } from 'vitest/browser';

const send = (method: string, given: object): Promise<unknown> =>
  (cdp() as unknown as { send(method: string, given: object): Promise<unknown> }).send(
    method,
    given,
  );

/**
 * Taps the middle of something as it lies now with a finger of the browser itself, wherever what it
 * was aimed at has gone.
 */
export const fingerOn = async (aimed: Element): Promise<void> => {
  const frame = window.frameElement?.getBoundingClientRect() ?? { x: 0, y: 0 };
  const { x, y, width, height } = aimed.getBoundingClientRect();
  const touchPoints = [{ x: frame.x + x + width / 2, y: frame.y + y + height / 2 }];
  await send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints });
  await send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
};

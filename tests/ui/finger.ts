import { cdp } from 'vitest/browser';

const send = (method: string, given: object): Promise<unknown> =>
  (cdp() as unknown as { send(method: string, given: object): Promise<unknown> }).send(
    method,
    given,
  );

/**
 * Taps where the middle of something is now, with a finger of the browser itself, even if what it was
 * aimed at moves away.
 */
export const fingerOn = async (aimed: Element): Promise<void> => {
  const frame = window.frameElement?.getBoundingClientRect() ?? { x: 0, y: 0 };
  const { x, y, width, height } = aimed.getBoundingClientRect();
  const touchPoints = [{ x: frame.x + x + width / 2, y: frame.y + y + height / 2 }];
  await send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints });
  await send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
};

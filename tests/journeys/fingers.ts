import { expect, type Locator } from '@playwright/test';

/**
 * Where a finger lands for a tick, a switch or a radio: the row that belongs to it, or the control
 * itself.
 */
const rowOf = (control: Locator): Promise<Locator> =>
  control
    .evaluate((element) =>
      element instanceof HTMLInputElement ? (element.labels?.length ?? 0) : 0,
    )
    .then((labels) => (labels === 0 ? control : control.locator('xpath=ancestor::label[1]')));

const set = async (control: Locator, isOn: boolean): Promise<void> => {
  if ((await control.isChecked()) === isOn) return;
  const row = await rowOf(control);
  await ((await row.count()) === 0 ? control : row).tap();
  await expect(control).toBeChecked({ checked: isOn });
};

/**
 * Taps the row of a tick, a switch or a radio that is off, as a finger does, and sees it come on.
 */
export const tick = (control: Locator): Promise<void> => set(control, true);

/** Taps the row of a tick or a switch that is on, and sees it go off. */
export const untick = (control: Locator): Promise<void> => set(control, false);

const inside = async (control: Locator): Promise<{ readonly x: number; readonly y: number }> => {
  const box = await control.boundingBox();
  if (box === null) throw new Error(`${String(control)} is not on the screen`);
  return { x: box.x + 10, y: box.y + 12 };
};

const STEPS = 8;
const STEP_S = 0.02;
/**
 * One that is lifted in the movement throws, and the browser takes the next tap for the hand that
 * stops it.
 */
const REST_S = 0.5;

/**
 * Drags one control to the place of another with a finger, by the browser's own touch events. Each
 * says at which moment it was, the last of them now, so that the finger has rested before it is
 * lifted and nobody waits for it.
 */
export const drag = async (from: Locator, to: Locator): Promise<void> => {
  const [start, end] = [await inside(from), await inside(to)];
  const finger = await from.page().context().newCDPSession(from.page());
  const lifted = Date.now() / 1000;
  const begun = lifted - REST_S - STEPS * STEP_S;
  const touch = (
    type: 'touchStart' | 'touchMove' | 'touchEnd',
    timestamp: number,
    touchPoints: (typeof start)[],
  ) => finger.send('Input.dispatchTouchEvent', { type, timestamp, touchPoints });
  await touch('touchStart', begun, [start]);
  for (let step = 1; step <= STEPS; step += 1) {
    const part = step / STEPS;
    const at = { x: start.x + (end.x - start.x) * part, y: start.y + (end.y - start.y) * part };
    await touch('touchMove', begun + step * STEP_S, [at]);
  }
  await touch('touchMove', lifted, [end]);
  await touch('touchEnd', lifted, []);
  await finger.detach();
};

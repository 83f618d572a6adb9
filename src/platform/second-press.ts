/** A finger that taps twice does so within this time (ms) and this distance (px). */
const WITHIN_MS = 400;
const WITHIN_PX = 24;

const controlOf = (target: EventTarget | null): Element | null =>
  target instanceof Element ? target.closest('a, button, input, select, label, summary') : null;

/**
 * Ignores the second press of a double tap when another control has come under the finger meanwhile, or the control
 * says something else now ("Lock", "Unlock"): the person meant the first. On one that stays as it is both count (a
 * stepper). Ends when the returned function is called.
 */
export const ignoreSecondPress = (page: EventTarget = window): (() => void) => {
  let last:
    | {
        readonly at: number;
        readonly x: number;
        readonly y: number;
        readonly control: Element | null;
        readonly said: string | null;
      }
    | undefined;
  const look = (event: Event): void => {
    const press = event as PointerEvent;
    // A keyboard's press has no place, and a script's no moment of a finger.
    if (!press.isTrusted || press.detail === 0) return;
    const { timeStamp: at, clientX: x, clientY: y } = press;
    const control = controlOf(press.target);
    const said = control?.textContent ?? null;
    const isSecond =
      last !== undefined &&
      (press.pointerType === 'touch'
        ? at - last.at < WITHIN_MS && Math.hypot(x - last.x, y - last.y) < WITHIN_PX
        : press.detail > 1);
    if (isSecond && (last?.control !== control || last.said !== said)) {
      press.preventDefault();
      press.stopImmediatePropagation();
      return;
    }
    last = { at, x, y, control, said };
  };
  page.addEventListener('click', look, { capture: true });
  return () => page.removeEventListener('click', look, { capture: true });
};

/** A finger that taps twice does so within this time (ms) and this distance (px). */
const WITHIN_MS = 400;
const WITHIN_PX = 24;

const controlOf = (target: EventTarget | null): Element | null =>
  target instanceof Element ? target.closest('a, button, input, select, label, summary') : null;

/** A press: when (ms) and where (px) it was, on which control, and what the control said then. */
type Press = {
  readonly at: number;
  readonly x: number;
  readonly y: number;
  readonly control: Element | null;
  readonly text: string | null;
};

const pressOf = ({ timeStamp: at, clientX: x, clientY: y, target }: PointerEvent): Press => {
  const control = controlOf(target);
  return { at, x, y, control, text: control?.textContent ?? null };
};

/** Whether an event is the second half of a double tap or a double click. */
const isSecondOf = (last: Press, event: PointerEvent): boolean =>
  event.pointerType === 'touch'
    ? event.timeStamp - last.at < WITHIN_MS &&
      Math.hypot(event.clientX - last.x, event.clientY - last.y) < WITHIN_PX
    : event.detail > 1;

/**
 * Ignores the second press of a double tap when another control has come under the finger
 * meanwhile, or the control says something else now ("Lock", "Unlock"): the person meant the first.
 * On one that stays as it is both count (a stepper). Ends when the returned function is called.
 */
export const ignoreSecondPress = (page: EventTarget = window): (() => void) => {
  let last: Press | undefined;
  // A label passes its click on to its input, which is then clicked without being pressed: that
  // counts as one press.
  let isPressed = false;
  const begin = (): void => {
    isPressed = true;
  };
  const look = (given: Event): void => {
    const event = given as PointerEvent;
    // A keyboard's press has no place, and a script's no moment of a finger.
    if (!event.isTrusted || event.detail === 0 || !isPressed) return;
    isPressed = false;
    const press = pressOf(event);
    const isOnAnother = last?.control !== press.control || last.text !== press.text;
    if (last !== undefined && isOnAnother && isSecondOf(last, event)) {
      event.preventDefault();
      event.stopImmediatePropagation();
      return;
    }
    last = press;
  };
  page.addEventListener('pointerdown', begin, { capture: true });
  page.addEventListener('click', look, { capture: true });
  return () => {
    page.removeEventListener('pointerdown', begin, { capture: true });
    page.removeEventListener('click', look, { capture: true });
  };
};

import type { Page } from '@playwright/test';
import { insideOf } from './inside.ts';

/**
 * Writes over what is chosen in the field, as keys do: the browser tells of the change when the
 * field is left. What is filled in takes the place of all: a field that was redrawn meanwhile has
 * lost what was chosen in it. A single letter may be a key that was pressed.
 */
const write = (text: string): void => {
  const field = document.activeElement;
  const isField = field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement;
  if (isField && (text.length !== 1 || field.selectionStart === null)) field.select();
  document.execCommand(text === '' ? 'delete' : 'insertText', false, text);
};

/**
 * Playwright sets what it fills in by a script, which no browser takes for a change, and in fields
 * of numbers and addresses, whose selection no script may see, behind what was there ("13" for a
 * 3).
 */
export const mendTyping = (page: Page): void => {
  const inside = insideOf(page);
  inside.delegate.rawKeyboard.sendText = async (_: unknown, text: string) => {
    const context = await inside.mainFrame().mainContext();
    await context.evaluate(write, text);
  };
};

/** Keys of a script move no focus: Tab does it here. Runs in the page. */
export const moveByTab = (): void => {
  const REACHED = 'a[href], button, input, select, textarea, summary, [tabindex]';
  addEventListener('keydown', (event) => {
    const from = document.activeElement;
    if (event.key !== 'Tab' || event.isTrusted || event.defaultPrevented || from === null) return;
    const all = [
      ...(from.closest('dialog') ?? document).querySelectorAll<HTMLElement>(REACHED),
    ].filter(
      (element) =>
        element.tabIndex >= 0 && !element.matches(':disabled') && element.checkVisibility(),
    );
    const at = all.findIndex((element) => element === from);
    const next = all.at((at + (event.shiftKey ? -1 : 1)) % all.length);
    if (next === undefined) (from as HTMLElement).blur();
    else next.focus();
  });
};

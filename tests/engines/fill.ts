import type { Page } from '@playwright/test';
import { insideOf } from './inside.ts';

/**
 * Fields of numbers and addresses have no selection that a script may see: what Playwright fills in was set behind what
 * stood there ("13" for a 3). They are emptied first.
 */
export const mendFill = (page: Page): void => {
  const inside = insideOf(page);
  const keyboard = inside.delegate.rawKeyboard;
  const sendText = keyboard.sendText.bind(keyboard);
  keyboard.sendText = async (progress: unknown, text: string) => {
    const context = await inside.mainFrame().mainContext();
    await context.evaluate(() => {
      const field = document.activeElement;
      if (field instanceof HTMLInputElement && field.selectionStart === null) field.value = '';
    });
    await sendText(progress, text);
  };
};

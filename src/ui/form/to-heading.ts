import { tick } from 'svelte';

/**
 * Puts the focus on the heading of the sheet that something is pressed in, else on the first field
 * of its form: what was pressed goes.
 */
export const toHeading = async (pressed: Element): Promise<void> => {
  const around = pressed.closest('dialog') ?? pressed.closest('form');
  await tick();
  around?.querySelector<HTMLElement>('h2[tabindex], input, textarea, select')?.focus();
};

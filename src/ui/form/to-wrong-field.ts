import { tick } from 'svelte';

/** Puts the focus on the first field within that says what is wrong with it, once it does: it may be scrolled out of sight. */
export const toWrongField = async (root: ParentNode): Promise<void> => {
  await tick();
  root.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
};

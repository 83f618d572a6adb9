import { tick } from 'svelte';

/**
 * Puts the focus on the first field within that says what is wrong with it, once it does, and
 * brings it into the middle of what is seen: it may be scrolled out of sight, or lie behind the bar
 * at the foot. False where no field says so.
 */
export const toWrongField = async (root: ParentNode): Promise<boolean> => {
  await tick();
  const wrong = root.querySelector<HTMLElement>('[aria-invalid="true"]');
  wrong?.focus({ preventScroll: true });
  (wrong?.closest('.row') ?? wrong)?.scrollIntoView({ block: 'center' });
  return wrong !== null;
};

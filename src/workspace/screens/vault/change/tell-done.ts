import { goto } from '$app/navigation';
import { paths } from '#ui/paths.ts';
import { toasts } from '#ui/toast.svelte.ts';
import type { Changing } from '../keyring/changing.svelte.ts';

/**
 * Reports that a change is in effect, and goes back to the vault. A user who left meanwhile is told
 * as well, and stays where they are.
 */
export const tellDone = async (
  { isLeft }: Pick<Changing, 'isLeft'>,
  message: string,
  go: () => Promise<void> = () => goto(paths.vault(), { replaceState: true }),
): Promise<void> => {
  toasts.say(message);
  if (!isLeft) await go();
};

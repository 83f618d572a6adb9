import { goto } from '$app/navigation';
import type { App } from '#ui/app.svelte.ts';
import { paths } from '#ui/paths.ts';

let leaving: Promise<void> | undefined;

/**
 * Erases the example and leads to the first start; a second tap meanwhile does nothing. The page is
 * reloaded: until then what was read from the example stays in memory.
 */
export const leaveDemo = (app: Pick<App, 'eraseHere'>): Promise<void> =>
  (leaving ??= leave(app).finally(() => (leaving = undefined)));

const leave = async (app: Pick<App, 'eraseHere'>): Promise<void> => {
  await goto(paths.start());
  await app.eraseHere();
  location.replace(paths.root());
};

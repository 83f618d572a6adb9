import type { App } from '#ui/app.svelte.ts';
import { paths } from '#ui/paths.ts';

/**
 * Erases what this device holds of the workspace, and begins from the first page. It is loaded anew:
 * until then what was read from the workspace stays in memory.
 */
export const startOver = async (app: Pick<App, 'eraseHere'>): Promise<void> => {
  await app.eraseHere();
  location.replace(paths.root());
};

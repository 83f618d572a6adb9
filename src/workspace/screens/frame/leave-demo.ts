import { goto } from '$app/navigation';
import type { App } from '#ui/app.svelte.ts';
import { UnderWay } from '#ui/form/under-way.svelte.ts';
import { paths } from '#ui/paths.ts';
import { startOver } from './start-over.ts';

const leaving = new UnderWay();

/** Erases the example and leads to the first start; a second tap meanwhile does nothing. */
export const leaveDemo = async (app: Pick<App, 'eraseHere'>): Promise<void> => {
  await leaving.run(() => leave(app));
};

const leave = async (app: Pick<App, 'eraseHere'>): Promise<void> => {
  await goto(paths.start());
  await startOver(app);
};

import { redirect } from '@sveltejs/kit';
import type { App } from '#ui/app.svelte.ts';
import { paths } from '#ui/paths.ts';

/**
 * Leads away from a screen that only changes things, where this device only reads: to who can let
 * it do more.
 */
export const onlyForChanging = (app: Pick<App, 'mayChange'>): void => {
  if (!app.mayChange) redirect(307, paths.people());
};

import { redirect } from '@sveltejs/kit';
import { startApp } from '#ui/app.svelte.ts';
import { LANGUAGE, loadText } from '#ui/load-text.ts';
import { paths } from '#ui/paths.ts';
import type { LayoutLoad } from './$types';

export const ssr = false;
export const prerender = false;

/** Opens the app and the frame's texts side by side; without a workspace there is only the first start. */
export const load: LayoutLoad = async ({ depends, url, untrack }) => {
  depends(LANGUAGE);
  const app = await startApp();
  const atStart = untrack(() => url.pathname.startsWith(paths.start()));
  if (!app.hasWorkspace && !atStart) redirect(307, paths.start());
  return { app, language: app.language, shell: await loadText(app.language, 'shell') };
};

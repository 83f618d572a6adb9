import { redirect } from '@sveltejs/kit';
import { browser } from '$app/environment';
import { endTransactionsWhenLeft } from '#platform/left-page.ts';
import { startApp } from '#ui/app.svelte.ts';
import { readFirstDues } from '#workspace/screens/due/dues.svelte.ts';
import { LANGUAGE } from '#ui/text.ts';
import { loadUiWords } from '#ui/words/load.ts';
import { paths } from '#ui/paths.ts';
import { beforeHome } from '#workspace/screens/frame/before-home.ts';
import type { LayoutLoad } from './$types';

/** All data is on the device: a server has nothing to show. */
export const ssr = false;

/** The build writes no page per address: one page becomes the app at all addresses. */
export const prerender = false;

// The store opens while Kit starts and looks for its route; a failure is met where the app is
// awaited.
if (browser) {
  endTransactionsWhenLeft();
  startApp().catch(() => undefined);
}

/**
 * The frame's texts and the first deadlines, of the app as it opened; without a workspace there is
 * only the first start.
 */
export const load: LayoutLoad = async ({ depends, route, untrack }) => {
  depends(LANGUAGE);
  const app = await startApp();
  const before = untrack(() => beforeHome(route.id));
  if (!app.hasWorkspace && before === undefined) redirect(307, paths.start());
  if (app.isJoining && before !== 'join') redirect(307, paths.join());
  const [shell, firstDues, isWhole] = await Promise.all([
    loadUiWords(app.language, 'shell'),
    app.hasWorkspace ? readFirstDues(app) : undefined,
    app.hasWorkspace ? app.isWhole() : true,
  ]);
  return { app, language: app.language, shell, firstDues, isWhole };
};

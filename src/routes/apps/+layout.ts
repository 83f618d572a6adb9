import { loadAppsText } from '#ui/apps/load-apps-text.ts';
import { LANGUAGE } from '#ui/load-text.ts';
import type { LayoutLoad } from './$types';

/** The words of the apps. */
export const load: LayoutLoad = async ({ parent, depends }) => {
  depends(LANGUAGE);
  const { language } = await parent();
  return { apps: await loadAppsText(language) };
};

import { redirect } from '@sveltejs/kit';
import { LANGUAGE } from '#ui/text.ts';
import { loadAbout } from '#workspace/screens/start/load-about.ts';
import { loadWorkspaceWords } from '#workspace/words/load.ts';
import { paths } from '#ui/paths.ts';
import type { PageLoad } from './$types';

/**
 * The first start needs no workspace, only its own words; who has one is led home, so that Back
 * never seems to lose it.
 */
export const load: PageLoad = async ({ parent, depends }) => {
  depends(LANGUAGE);
  const { app, language } = await parent();
  if (app.hasWorkspace && !app.isDemo) redirect(307, paths.deadlines());
  const [vault, about] = await Promise.all([
    loadWorkspaceWords(language, 'vault'),
    loadAbout(language),
  ]);
  return { vault, about };
};

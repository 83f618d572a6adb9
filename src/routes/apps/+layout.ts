import { loadAppleLicencesWords } from '#programmes/apple-licences/words/load.ts';
import { LANGUAGE } from '#ui/text.ts';
import type { LayoutLoad } from './$types';

/**
 * The words of the apps, and their list, which is not shown next to the users or a form.
 */
export const load: LayoutLoad = async ({ parent, depends, route }) => {
  depends(LANGUAGE);
  const { id } = route as { readonly id: string };
  const isApart = id === '/apps/new' || id.startsWith('/apps/users');
  const list = isApart
    ? undefined
    : import('#programmes/apple-licences/screens/app/AppList.svelte');
  const { language } = await parent();
  return { apps: await loadAppleLicencesWords(language, 'apps'), AppList: (await list)?.default };
};

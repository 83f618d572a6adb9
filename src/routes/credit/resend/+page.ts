import { loadAppleCreditWords } from '#programmes/apple-credit/words/load.ts';
import { onlyForChanging } from '../../for-changing.ts';
import type { PageLoad } from './$types';

/** The words of the checklists; the workspace says where they begin. */
export const load: PageLoad = async ({ parent, url }) => {
  const { app, language } = await parent();
  onlyForChanging(app);
  const chosen = url.searchParams.get('orders') ?? '';
  return {
    resend: await loadAppleCreditWords(language, 'resend'),
    chosen: chosen === '' ? [] : chosen.split(','),
    waiting: url.searchParams.has('waiting'),
  };
};

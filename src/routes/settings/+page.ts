import { loadText } from '#ui/load-text.ts';
import type { PageLoad } from './$types';

/** The words of the workspace's own addresses stand with the checklists that use them. */
export const load: PageLoad = async ({ parent }) => {
  const { language } = await parent();
  return { resend: await loadText(language, 'resend') };
};

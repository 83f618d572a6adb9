import { LANGUAGE, loadText } from '#ui/load-text.ts';
import type { PageLoad } from './$types';

/** A restore needs no workspace: its own words, those of the lock, and those that ask who uses this device. */
export const load: PageLoad = async ({ parent, depends }) => {
  depends(LANGUAGE);
  const { language } = await parent();
  const [backup, sync, vault] = await Promise.all([
    loadText(language, 'backup'),
    loadText(language, 'sync'),
    loadText(language, 'vault'),
  ]);
  return { backup, sync, vault };
};

import { loadChange, type ChangeScreen } from '../load-change.ts';
import type { PageLoad } from './$types';

/** What another passphrase is made with. */
export const load: PageLoad = async ({ parent }): Promise<ChangeScreen> => {
  const { app, language } = await parent();
  return loadChange(app, language);
};

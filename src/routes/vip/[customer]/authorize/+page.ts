import { onlyForChanging } from '../../../for-changing.ts';
import type { PageLoad } from './$types';

/** A form only changes things. */
export const load: PageLoad = async ({ parent }) => {
  const { app } = await parent();
  onlyForChanging(app);
};

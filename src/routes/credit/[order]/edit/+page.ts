import { onlyForChanging } from '../../../for-changing.ts';
import type { PageLoad } from './$types';

/** The order as it is when the form opens. */
export const load: PageLoad = async ({ params, parent }) => {
  const { app } = await parent();
  onlyForChanging(app);
  return { order: await app.records.get(params.order) };
};

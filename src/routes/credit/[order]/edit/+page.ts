import type { PageLoad } from './$types';

/** The order as it is when the form opens. */
export const load: PageLoad = async ({ params, parent }) => {
  const { app } = await parent();
  return { order: await app.records.get(params.order) };
};

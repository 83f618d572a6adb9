import type { LayoutLoad } from './$types';

/** What lies behind a code's sheet: the list of codes of a batch or of an order with several, else the order. */
export const load: LayoutLoad = async ({ params, parent }) => {
  const { app } = await parent();
  const record = await app.records.get(params.order);
  const codes = await app.records.find({ kind: 'redemption-code', parent: params.order, limit: 2 });
  return { isBatch: record?.kind === 'code-batch', hasMany: codes.length > 1 };
};

import type { LayoutLoad } from './$types';

/**
 * The screen under a sheet: the list of codes for a batch or an order with several codes, otherwise
 * the order; the form has no screen under it. Only that screen is loaded.
 */
export const load: LayoutLoad = async ({ params, parent, route }) => {
  const { app } = await parent();
  if (route.id === '/credit/[order]/edit') return { hasList: false };
  const record = await app.records.get(params.order);
  const codes = await app.records.find({ kind: 'redemption-code', parent: params.order, limit: 2 });
  const hasList = record?.kind === 'code-batch' || codes.length > 1;
  const isList = route.id === '/credit/[order]/codes' || record?.kind === 'code-batch';
  return isList || (hasList && route.id === '/credit/[order]/code/[code]')
    ? {
        hasList,
        Codes: (await import('#programmes/apple-credit/screens/code/CodeList.svelte')).default,
      }
    : {
        hasList,
        Order: (await import('#programmes/apple-credit/screens/order/OrderDetail.svelte')).default,
      };
};

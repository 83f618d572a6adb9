import { isFine } from '#data/records/read-record.ts';
import { onlyForChanging } from '../../for-changing.ts';
import type { PageLoad } from './$types';
import { isOfKind } from '#programmes/record-of.ts';

/** The rejected order that the new one copies, if any. */
export const load: PageLoad = async ({ parent, url }) => {
  const { app } = await parent();
  onlyForChanging(app);
  const id = url.searchParams.get('again');
  const order = id === null ? undefined : await app.records.get(id);
  return { again: isOfKind(order, 'credit-order') && isFine(order) ? order : undefined };
};

import { onlyForChanging } from '../../for-changing.ts';
import type { PageLoad } from './$types';

/** A form only changes things; it begins with what the address says of the customer. */
export const load: PageLoad = async ({ parent, url: { searchParams } }) => {
  const { app } = await parent();
  onlyForChanging(app);
  const said = (field: string): string => searchParams.get(field) ?? '';
  return { start: { name: said('name'), vipId: said('vipId'), marketplaceId: said('marketplaceId') } };
};

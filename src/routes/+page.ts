import { redirect } from '@sveltejs/kit';
import { paths } from '#ui/paths.ts';
import type { PageLoad } from './$types';

/** Home is the deadlines. */
export const load: PageLoad = async ({ parent }) => {
  await parent();
  redirect(307, paths.deadlines());
};

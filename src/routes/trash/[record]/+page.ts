import type { PageLoad } from './$types';

/** The screen, whose parts home need not know by name. */
export const load: PageLoad = async () => ({
  TrashedRecord: (await import('#workspace/screens/trash/TrashedRecord.svelte')).default,
});

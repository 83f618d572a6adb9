/**
 * The screen that leads into a workspace, shown without its frame; undefined on every other route.
 */
export const beforeHome = (route: string | null): string | undefined =>
  /^\/(start|join|restore)/.exec(route ?? '')?.[1];

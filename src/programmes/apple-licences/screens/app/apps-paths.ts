import { APP_FILTERS, type AppFilter } from '#programmes/apple-licences/rules/app/app-rows.ts';
import { paths } from '#ui/paths.ts';

/** Address of the list of apps, narrowed. */
export const appsShown = (filter: AppFilter): string => `${paths.apps()}?show=${filter}`;

/**
 * How an address narrows the list of apps, by its `show`; to all of them where that is nothing
 * known.
 */
export const filterNamed = (show: string): AppFilter =>
  APP_FILTERS.find((filter) => filter === show) ?? 'all';

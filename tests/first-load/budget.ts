import { readdirSync } from 'node:fs';
import { join } from 'node:path';

/**
 * What a screen's first load should weigh (requirements, Budgets) and what it may weigh before a
 * test run fails, in kB gzip.
 */
export type Budget = { readonly direction: number; readonly limit: number };

const HOME = '/deadlines';
const DIRECTION = { home: 130, any: 190 };

/**
 * What is reached, and room for words that became longer because they became true. Lower both
 * whenever less is reached.
 */
const LIMIT = { home: 135, any: 174 };

/** The budget of a screen. The start address leads home. */
export const budgetOf = (route: string): Budget =>
  route === HOME || route === '/'
    ? { direction: DIRECTION.home, limit: LIMIT.home }
    : { direction: DIRECTION.any, limit: LIMIT.any };

/** The addresses of all screens below a routes folder that can be opened without knowing an id. */
export const routesOf = (folder: string, route = ''): string[] => {
  const entries = readdirSync(folder, { withFileTypes: true }).sort((a, b) =>
    a.name < b.name ? -1 : 1,
  );
  const own = entries.some(({ name }) => name === '+page.svelte')
    ? [route === '' ? '/' : route]
    : [];
  const below = entries
    .filter((entry) => entry.isDirectory() && !entry.name.includes('['))
    .flatMap(({ name }) =>
      routesOf(join(folder, name), name.startsWith('(') ? route : `${route}/${name}`),
    );
  return [...own, ...below];
};

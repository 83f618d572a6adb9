import { readdirSync } from 'node:fs';
import { join } from 'node:path';

const HOME = '/deadlines';
const HOME_KB = 130;
const ANY_KB = 200;

/** What a screen's first load may weigh, in kB gzip (requirements, Budgets). The start address leads home. */
export const budgetOf = (route: string): number => (route === HOME || route === '/' ? HOME_KB : ANY_KB);

/** The addresses of all screens below a routes folder that can be opened without knowing an id. */
export const routesOf = (folder: string, route = ''): string[] => {
  const entries = readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  const own = entries.some(({ name }) => name === '+page.svelte') ? [route === '' ? '/' : route] : [];
  const below = entries
    .filter((entry) => entry.isDirectory() && !entry.name.includes('['))
    .flatMap(({ name }) => routesOf(join(folder, name), name.startsWith('(') ? route : `${route}/${name}`));
  return [...own, ...below];
};

import type { App } from '#ui/app.svelte.ts';
import type { HomeRow } from '#workspace/rules/reminders/home.ts';
import { followAppleWhereThereIsAToken } from './at-apple/when-needed.svelte.ts';
import { showStockWhereThereAreApps } from './stock/when-needed.svelte.ts';

/** What goes on for tokens and apps while a workspace is open, until the signal comes. */
export const workWhileOpen = (
  app: App,
  show: (rows: readonly HomeRow[]) => void,
  signal: AbortSignal,
): void => {
  followAppleWhereThereIsAToken(app, signal);
  showStockWhereThereAreApps(app, { showStock: show }, signal);
};

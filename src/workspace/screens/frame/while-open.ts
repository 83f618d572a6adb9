import type { Component } from 'svelte';
import { clearCopied } from '#platform/browser/clipboard.ts';
import type { App } from '#ui/app.svelte.ts';
import { followMetOrders } from '#programmes/apple-credit/screens/order/follow-met-orders.ts';
import { followReminders } from '../reminders/follow-reminders.svelte.ts';
import { followStorage } from '../storage/follow-storage.ts';
import type { Dues } from '../due/dues.svelte.ts';
import { showStockWhereThereAreApps } from '#programmes/apple-licences/screens/stock/when-needed.svelte.ts';
import { followTrash } from '../trash/follow-trash.ts';
import { followAppleWhereThereIsAToken } from '#programmes/apple-licences/screens/at-apple/when-needed.svelte.ts';
import Notices from './Notices.svelte';

/**
 * What goes on while a workspace of one's own is open and nobody waits for it, until the signal
 * comes. Answers what is said above its screens meanwhile.
 */
export const workWhileOpen = (app: App, dues: Dues, signal: AbortSignal): Component => {
  followReminders(app, dues, signal);
  followTrash(app, signal);
  followMetOrders(app, signal);
  followStorage(app, signal);
  clearCopied();
  followAppleWhereThereIsAToken(app, signal);
  showStockWhereThereAreApps(app, dues, signal);
  return Notices;
};

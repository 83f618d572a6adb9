import type { App } from '#ui/app.svelte.ts';
import { followMetOrders } from './order/follow-met-orders.ts';

/** What goes on for credit while a workspace is open, until the signal comes. */
export const workWhileOpen = (app: App, _: unknown, signal: AbortSignal): void =>
  followMetOrders(app, signal);

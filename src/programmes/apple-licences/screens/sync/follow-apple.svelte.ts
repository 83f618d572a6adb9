import { AppleSync } from '#programmes/apple-licences/work/sync/apple-sync.ts';
import { onAwake } from '#platform/browser/awake.ts';
import { reportBug } from '#platform/report-bug.ts';
import type { App } from '#ui/app.svelte.ts';
import { effectUntil } from '#ui/effect-until.svelte.ts';
import { paths } from '#ui/paths.ts';
import { askApple } from './apple-in-use.svelte.ts';

/** How often it is looked whether a sync is due (ms). */
const LOOK_MS = 60_000;

/**
 * Keeps the tokens of the workspace in use in step with Apple until the signal comes: at the start,
 * when all that others wrote is here, when codes are unlocked, each minute, and when the app comes
 * into sight.
 */
export const followApple = (app: App, signal: AbortSignal): void => {
  if (signal.aborted) return;
  const { records, vault, workspaceId, clock } = app;
  const root = `${location.origin}${paths.root()}`;
  // What another device has just synced must have come first.
  const isReady = (): boolean => app.mayChange && app.syncStatus.state === 'in-step';
  const sync = new AppleSync({ records, vault, workspaceId, clock, root, isReady });
  const end = askApple(app, sync);
  const look = (): void =>
    void sync.look().catch((error: unknown) => reportBug('a sync with Apple was not begun', error));
  effectUntil(signal, () => {
    void [app.vaultIsOpen, app.syncStatus.state, app.mayChange];
    look();
  });
  const timer = setInterval(look, LOOK_MS);
  const stopAwake = onAwake(look);
  signal.addEventListener('abort', () => {
    clearInterval(timer);
    stopAwake();
    void end();
  });
};

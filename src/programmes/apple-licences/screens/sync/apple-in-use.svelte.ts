import type { AppleSync, AppleSyncState } from '#programmes/apple-licences/work/sync/apple-sync.ts';
import type { App } from '#ui/app.svelte.ts';
import { live, type Live } from '#ui/live.ts';

// By module and not by app: a page has one app, and what is read in a template must not be made
// there.
let inUse = $state.raw<{
  readonly app: App;
  readonly sync: AppleSync;
  readonly state: Live<AppleSyncState>;
}>();

/**
 * Reactive: what asks Apple for the tokens of the workspace in use; undefined until it is loaded,
 * and where no server keeps the workspace in step.
 */
export const appleOf = (app: App): AppleSync | undefined =>
  inUse?.app === app ? inUse.sync : undefined;

/** Reactive: the state of that. */
export const appleStateOf = (app: App): AppleSyncState | undefined =>
  inUse?.app === app ? inUse.state.current : undefined;

/** Asks Apple for this app from now on. Answers what ends it; leaving the workspace does, too. */
export const askApple = (app: App, sync: AppleSync): (() => Promise<void>) => {
  inUse = { app, sync, state: live(sync.state$, sync.state$.value) };
  let ended: Promise<void> | undefined;
  const end = (): Promise<void> => {
    if (inUse?.sync === sync) inUse = undefined;
    ended ??= sync.stop();
    return ended;
  };
  app.endWhenLeft(end);
  return end;
};

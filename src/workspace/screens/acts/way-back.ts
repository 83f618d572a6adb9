import type { Act } from '#core/record/act.ts';
import { onDemandOfAll } from '#programmes/programmes.ts';
import type { ActStore } from '#data/acts/acts.ts';
import type { App } from '#ui/app.svelte.ts';

/** The workspace in use, as what is done to many of its records must know it. */
export const actStoreOf = ({ records, workspaceId }: App): ActStore => ({ records, workspaceId });

/**
 * The undo of an act, for the line at the foot and for the list. It is the act's workspace that it
 * writes in, also when another one is in use by then. What was done elsewhere is undone there, too.
 * What it takes is loaded when it is pressed: most acts are never undone.
 */
export const wayBack = (app: App, act: Act): (() => Promise<void>) => {
  const store = actStoreOf(app);
  const held = { ...store, vault: app.vault };
  return async () => {
    for (const { undoElsewhere } of await onDemandOfAll()) {
      const undo = undoElsewhere?.(act);
      if (undo !== undefined) return undo(app, held, act);
    }
    return (await import('./undo-and-say.ts')).undoAndSay(store, act, app.language);
  };
};

import { followActs } from '#data/acts/follow-acts.ts';
import { reportBug } from '#platform/report-bug.ts';
import { useApp } from '../app.svelte.ts';
import { useText } from '../text.ts';
import { shownActs, type ShownAct } from './act-words.ts';

/** Follows what can be undone on this device while the screen is there; a device that only reads has nothing to undo. */
export const useActs = (): { readonly shown: readonly ShownAct[] } => {
  const app = useApp();
  const text = useText();
  let shown = $state.raw<readonly ShownAct[]>([]);
  $effect(() => {
    if (!app.mayChange) return;
    const { records, database, id: workspaceId } = app.opened;
    const failed = (error: unknown): void => reportBug('what can be undone is not known', error);
    const stop = followActs({ records, workspaceId, collection: database.records }, app.today, {
      told: (judged) =>
        void shownActs(judged, { records, text, now: app.clock.now() }).then((next) => (shown = next), failed),
      failed,
    });
    return () => {
      stop();
      shown = [];
    };
  });
  return {
    get shown() {
      return shown;
    },
  };
};

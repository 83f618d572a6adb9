import { followActs, type Followed } from '#data/acts/follow-acts.ts';
import { reportBug } from '#platform/report-bug.ts';
import { useApp } from '#ui/app.svelte.ts';
import { shownActs, type ActTelling, type ShownAct } from './act-words.ts';

/**
 * Follows what can be undone on this device while the screen is there, or what of it concerns the
 * screen; a device that only reads has nothing to undo.
 */
export const useActs = (
  telling: () => ActTelling,
  concerns?: Followed['concerns'],
): { readonly shown: readonly ShownAct[] } => {
  const app = useApp();
  let shown = $state.raw<readonly ShownAct[]>([]);
  $effect(() => {
    if (!app.mayChange) return;
    const { records, database, id: workspaceId } = app.opened;
    const failed = (error: unknown): void => reportBug('what can be undone is not known', error);
    const stop = followActs(
      { records, workspaceId, collection: database.records, concerns },
      app.today,
      {
        show: (judged) =>
          void shownActs(judged, { ...telling(), records, now: app.clock.now() }).then(
            (next) => (shown = next),
            failed,
          ),
        failed,
      },
    );
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

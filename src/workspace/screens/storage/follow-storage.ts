import { onFirstWritten } from '#data/records/written-by-hand.ts';
import type { App } from '#ui/app.svelte.ts';
import { effectUntil } from '#ui/effect-until.svelte.ts';
import { askToKeep } from './ask-to-keep.ts';

/**
 * Asks the browser never to clear what the app keeps here, with the first thing that someone writes
 * after it was opened, until the signal comes: some browsers ask the person, who has something to
 * lose by then.
 */
export const followStorage = (
  app: Pick<App, 'hasWorkspace' | 'opened'>,
  signal: AbortSignal,
): void =>
  effectUntil(signal, () =>
    app.hasWorkspace ? onFirstWritten(app.opened.database.records, askToKeep) : undefined,
  );

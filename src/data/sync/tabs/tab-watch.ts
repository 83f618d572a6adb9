/**
 * How often a tab asks the one that syncs whether it lives, and how long an answer may take (ms).
 */
export type WatchTimes = { readonly watchMs: number; readonly answerMs: number };

type Watched = {
  readonly isWaiting: () => boolean;
  readonly ask: () => void;
  readonly onHanging: () => void;
};

/** Asks the tab that syncs again and again; one that never answers hangs. */
export const watching = (
  { watchMs, answerMs }: WatchTimes,
  { isWaiting, ask, onHanging }: Watched,
) => {
  let late: ReturnType<typeof setTimeout> | undefined;
  const heard = (): void => {
    clearTimeout(late);
    late = undefined;
  };
  const look = (): void => {
    if (!isWaiting()) return heard();
    ask();
    late ??= setTimeout(() => {
      heard();
      if (isWaiting()) onHanging();
    }, answerMs);
  };
  const regularly = setInterval(look, watchMs);
  return {
    heard,
    stop: (): void => {
      clearInterval(regularly);
      heard();
    },
  };
};

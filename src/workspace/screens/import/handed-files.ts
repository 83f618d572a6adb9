type Take = (files: readonly File[]) => void;

let taking: Take | undefined;
let waiting: readonly File[] = [];

/**
 * Hands over files that were chosen on another screen. They wait here, in memory alone (A5), until
 * the import screen is there.
 */
export const handToImport = (files: readonly File[]): void => {
  if (taking === undefined) waiting = files;
  else taking(files);
};

/** Takes the files that are handed over, those that wait first. Answers with what ends it. */
export const onHandedFiles = (take: Take): (() => void) => {
  taking = take;
  if (waiting.length > 0) take(waiting);
  waiting = [];
  return () => {
    if (taking === take) taking = undefined;
  };
};

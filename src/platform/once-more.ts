/**
 * Work that is requested often and runs one at a time: however often it is requested while it runs,
 * it then runs exactly once more. Rejects as the work does.
 */
export const onceMore = (work: () => Promise<void>): (() => Promise<void>) => {
  let [isWanted, isUnderWay] = [false, false];
  return async () => {
    isWanted = true;
    if (isUnderWay) return;
    isUnderWay = true;
    try {
      while (isWanted) {
        isWanted = false;
        await work();
      }
    } finally {
      isUnderWay = false;
    }
  };
};

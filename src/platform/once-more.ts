/**
 * Work that is asked for often and done one at a time: asked for while it is under way, it is done
 * once more after that, however often it was asked for. Rejects as the work does.
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

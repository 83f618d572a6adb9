/** Work that is done one after the other; `isFirst` goes before those who wait. */
export type Line = {
  /** Undefined when too many wait already, of those who do not go first. */
  stand<T>(isFirst: boolean, work: () => Promise<T>): Promise<T> | undefined;
};

/** A line in which at most so many wait who do not go first. */
export const openLine = (most: number): Line => {
  const [first, others]: [(() => Promise<void>)[], (() => Promise<void>)[]] = [[], []];
  let isBusy = false;
  const next = (): void => {
    const work = first.shift() ?? others.shift();
    isBusy = work !== undefined;
    void work?.().then(next);
  };
  return {
    stand: <T>(isFirst: boolean, work: () => Promise<T>) => {
      if (!isFirst && others.length >= most) return undefined;
      const { promise, resolve, reject } = Promise.withResolvers<T>();
      (isFirst ? first : others).push(() => work().then(resolve, reject));
      if (!isBusy) next();
      return promise;
    },
  };
};

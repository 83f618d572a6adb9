/**
 * What is taken once, or forgotten after its time; something newer takes its place, with a time of
 * its own.
 */
export type Waiting<Thing> = {
  keep(thing: Thing | undefined): void;
  take(): Thing | undefined;
};

/** A place in memory alone, for one thing that must not stay long. */
export const waitingFor = <Thing>(ms: number): Waiting<Thing> => {
  let waiting: Thing | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const keep = (thing: Thing | undefined): void => {
    clearTimeout(timer);
    waiting = thing;
    if (thing !== undefined) timer = setTimeout(() => keep(undefined), ms);
  };
  const take = (): Thing | undefined => {
    const taken = waiting;
    keep(undefined);
    return taken;
  };
  return { keep, take };
};

/**
 * A value that can be taken once, or is dropped after its time; a newer one replaces it and
 * restarts the time.
 */
export type Waiting<Thing> = {
  keep(thing: Thing | undefined): void;
  take(): Thing | undefined;
};

/** A place in memory for one thing that must not stay long. */
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

/**
 * The last moment that is accepted as the time of a change (ms): the end of the year 2200.
 */
export const LAST_MOMENT = Date.UTC(2201, 0, 1) - 1;

/** Whether something can have been written at this moment, in whole ms since 1970. */
export const isMoment = (given: unknown): given is number =>
  typeof given === 'number' && Number.isInteger(given) && given >= 0 && given <= LAST_MOMENT;

/**
 * The next moment. After the last one there is none: who wrote that must not keep everybody else
 * from writing.
 */
export const after = (moment: number): number => Math.min(moment + 1, LAST_MOMENT);

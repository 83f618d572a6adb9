/**
 * In a browser's store RxDB writes `|` at the beginning of a key, and after a dot in it, as `__`,
 * and reads each `__` there as `|`. A key that would so be `__proto__` is not kept at all.
 */
const READ_AS_OTHER = /(?:^|\.)__|^\|proto__$/;

/**
 * Whether every store gives a key back unchanged: a device that reads a different key never agrees
 * with what a server shows.
 */
export const isKeptKey = (key: string): boolean => !key.includes('__') || !READ_AS_OTHER.test(key);

/**
 * What someone typed, or a list contained, as a key that every store gives back: with `|` for a
 * `__` at its beginning or after a dot. Only `__proto__` alone has no such key: it gives
 * `|proto__`, which `isKeptKey` refuses as well.
 */
export const keptKey = (typed: string): string => typed.replace(/(^|\.)__/g, '$1|');

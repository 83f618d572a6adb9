let kit = '';

/**
 * Keeps the words of a kit that just opened for the screen that comes next, so that nobody types
 * twelve words twice.
 */
export const handOver = (words: string): void => void (kit = words);

/** Those words, once: whoever takes them has them alone. */
export const takeKit = (): string => {
  const words = kit;
  kit = '';
  return words;
};

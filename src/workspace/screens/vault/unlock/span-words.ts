import type { Texts } from '#ui/text.ts';

/** A length of time in words: "60 s", "5 min", "at once". */
export const spanWords = (ms: number, words: Texts['more']['settings']): string => {
  if (ms === 0) return words.atOnce;
  return ms <= 90_000
    ? words.seconds(Math.round(ms / 1000))
    : words.minutes(Math.round(ms / 60_000));
};

import { forgettingMatch } from '#platform/forget-match.ts';

/** Shortest own passphrase, in characters after normalising (X9). */
export const SHORTEST_PHRASE = 12;

/** Words of a generated passphrase. */
export const PHRASE_WORDS = 5;

/** Words of a recovery kit. */
export const KIT_WORDS = 12;

/** What opens the vault. */
export type Secret = { readonly by: 'passphrase' | 'recovery-kit'; readonly text: string };

/** A passphrase as it is typed on any keyboard: NFKC, trimmed, single spaces; capitals stay. */
export const plainPhrase = (text: string): string =>
  forgettingMatch(() => text.normalize('NFKC').trim().replace(/\s+/gu, ' '));

/**
 * Words of a list hold a to z only; numbers, commas and line ends between them come from paper or
 * pasting.
 */
export const plainWords = (text: string): string =>
  forgettingMatch(() =>
    text
      .normalize('NFKC')
      .toLowerCase()
      .replace(/[^\p{L}]+/gu, ' ')
      .trim(),
  );

/**
 * The form in which a new passphrase is kept: if all its words are in the lists, it loses its
 * capitals; a user's own phrase keeps them.
 */
export const phraseToKeep = (text: string, isListed: (word: string) => boolean): string => {
  const lower = plainPhrase(text).toLowerCase();
  return lower !== '' && lower.split(' ').every(isListed) ? lower : plainPhrase(text);
};

/**
 * What a typed secret may mean, likeliest first. Words of a to z are tried in small letters too:
 * phones begin with a capital. The word lists are not consulted, so that a later change to them
 * locks nobody out.
 */
export const readingsOf = ({ by, text }: Secret): string[] => {
  if (by === 'recovery-kit') return [plainWords(text)];
  const typed = plainPhrase(text);
  const lower = typed.toLowerCase();
  const onlyWords = forgettingMatch(() => /^[a-z]+( [a-z]+)+$/.test(lower));
  return onlyWords ? [...new Set([lower, typed])] : [typed];
};

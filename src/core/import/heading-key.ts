/**
 * A heading as it is compared: small letters and figures only, what is in brackets left out. Each
 * cell of a file is asked for in dozens of lists of words, so what most lack is looked for first.
 */
export const headingKey = (heading: string): string => {
  const small = heading.normalize('NFKC').toLowerCase();
  if (PLAIN.test(small)) return small;
  return withoutBrackets(withoutBrackets(small, '(', ')'), '[', ']').replace(/[^\p{L}\p{N}]/gu, '');
};

const PLAIN = /^[a-z0-9]*$/;

/** An expression would look for its end again from each bracket that nothing closes. */
const withoutBrackets = (text: string, opens: string, closes: string): string => {
  if (!text.includes(closes)) return text;
  const parts = text.split(closes);
  const last = parts.pop() ?? '';
  return parts.map((part) => part.split(opens, 1)[0]).join('') + last;
};

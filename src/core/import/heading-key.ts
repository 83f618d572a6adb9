/**
 * A heading as it is compared: small letters and figures only, what is in brackets left out.
 */
export const headingKey = (heading: string): string => {
  const outside = withoutBrackets(
    withoutBrackets(heading.normalize('NFKC').toLowerCase(), '(', ')'),
    '[',
    ']',
  );
  return outside.replace(/[^\p{L}\p{N}]/gu, '');
};

/** An expression would look for its end again from each bracket that nothing closes. */
const withoutBrackets = (text: string, opens: string, closes: string): string => {
  const parts = text.split(closes);
  const last = parts.pop() ?? '';
  return parts.map((part) => part.split(opens, 1)[0]).join('') + last;
};

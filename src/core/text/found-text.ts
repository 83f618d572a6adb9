/**
 * Text in the form that search compares: without capitals and without accents.
 */
export const foldedText = (text: string): string =>
  text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();

/**
 * Tells of a folded text whether every word that was typed is in it. Without words each text is
 * found.
 */
export const foundBy = (typed: string): ((folded: string) => boolean) => {
  const words = foldedText(typed).split(/\s+/).filter(Boolean);
  return (folded) => words.every((word) => folded.includes(word));
};

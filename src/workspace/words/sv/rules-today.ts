/**
 * Which rules hold for someone today: asked once, by the first start and where a programme is
 * switched on (X15). What is asked is in the words of the programmes (`about.ts`).
 */
export const rulesToday = {
  title: 'Vad gäller för dig i dag?',
  sub: 'Apple och Adobe har ändrat sina regler genom åren. Det går att byta i inställningarna.',
  save: 'Välj',
  /** An edition that its programme has no words for. */
  other: 'En annan regel',
  source: (sentence: string, source: string) => `${sentence} Källa: ${source}.`,
};

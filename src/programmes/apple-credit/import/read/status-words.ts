import { lookUpIn } from '#core/import/heading-words.ts';
import { languages } from './words/languages.ts';

/** What a status says of a code, as far as it is understood. */
export type StatusSaid = 'redeemed' | 'unredeemed' | 'unknown';

const meant = lookUpIn<Exclude<StatusSaid, 'unknown'>>(
  languages.map(({ redeemed, unredeemed }) => ({ redeemed, unredeemed })),
);

const denied = lookUpIn([{ no: 'nej ej inte no not nein nicht non pas nee niet nei ikke ei' }]);

/**
 * What a status says: in a word, or in a sentence that begins with it (`Inlöst av Ada`, `Redeemed on
 * Sep 12, 2026`). One that takes it back again (`Inlöst: nej`) says nothing for sure.
 */
export const saidBy = (status: string): StatusSaid => {
  const whole = meant(status);
  if (whole !== undefined) return whole;
  const [first = '', ...more] = status.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '');
  return more.some((word) => denied(word) !== undefined) ? 'unknown' : (meant(first) ?? 'unknown');
};

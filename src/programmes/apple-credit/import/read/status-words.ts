import { lookUpIn } from '#core/import/heading-words.ts';
import { languages } from './words/languages.ts';
import { beside, denied, marked } from './words/redeemed-headings.ts';

/** What a status says of a code, as far as it is understood. */
export type StatusSaid = 'redeemed' | 'unredeemed' | 'unknown';

const meant = lookUpIn<Exclude<StatusSaid, 'unknown'>>(
  languages.map(({ redeemed, unredeemed }) => ({ redeemed, unredeemed })),
);

/**
 * What a status says: in a word, or in a sentence that begins with it (`Inlöst av Ada`, `Redeemed on
 * Sep 12, 2026`). One that takes it back again (`Inlöst: nej`) says nothing for sure.
 */
export const saidBy = (status: string): StatusSaid => {
  const whole = meant(status);
  if (status.includes('?')) return 'unknown';
  if (whole !== undefined) return whole;
  const [first = '', ...more] = status.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '');
  return more.some((word) => denied(word) !== undefined) ? 'unknown' : (meant(first) ?? 'unknown');
};

/** Whether a heading asks of each code whether it is redeemed: `Använd`, `Redeemed on`. */
export const asksRedeemed = (heading: string): boolean => {
  const [first = '', ...others] = heading.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '');
  return meant(first) === 'redeemed' && others.every((word) => beside(word) !== undefined);
};

/**
 * What a cell says in a column of that heading. Where the heading asks it, a mark, a day or a name is
 * the answer that it is redeemed.
 */
export const saidUnder = (heading: string, written: string): StatusSaid => {
  const said = saidBy(written);
  if (said !== 'unknown' || !asksRedeemed(heading)) return said;
  const [first = ''] = written.split(' ');
  return /^[-–—\u2212]+$/.test(first) || marked(first) === 'no' ? 'unredeemed' : 'redeemed';
};

/** Whether a cell that says that a code is redeemed says more than that: who did it, or when. */
export const saysMore = (written: string): boolean =>
  meant(written) === undefined && marked(written) === undefined;

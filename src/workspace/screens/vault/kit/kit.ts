import { nameInSentence } from '#core/text/name-in-sentence.ts';

/** A recovery kit as it is on paper. */
export type Kit = {
  /** The workspace's name. */
  readonly name: string;
  readonly number: number;
  /** Tells this paper from one that was begun and left. */
  readonly mark: string;
  /** "Kit 1, märke K7FA, skapat 20 nov 2026". */
  readonly made: string;
  readonly words: readonly string[];
};

/**
 * What the kit's QR code says: the words and nothing else, so that they can be typed from it too.
 */
export const kitCode = (words: readonly string[]): string => words.join(' ');

/** A workspace's name as part of a file's name: letters a to z, digits and hyphens. */
export const fileName = (name: string): string =>
  nameInSentence(name)
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 60)
    .replace(/^-|-$/g, '') || 'volym';

import type { Messages } from '../language.ts';
import type { credit as source } from '../sv/credit.ts';

/** Texts of this area in English. */
export const credit = {} satisfies Messages<typeof source>;

import type { Messages } from '../language.ts';
import type { vault as source } from '../sv/vault.ts';

/** Texts of this area in English. */
export const vault = {} satisfies Messages<typeof source>;

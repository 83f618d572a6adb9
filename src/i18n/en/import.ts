import type { Messages } from '../language.ts';
import type { imports as source } from '../sv/import.ts';

/** Texts of this area in English. */
export const imports = {} satisfies Messages<typeof source>;

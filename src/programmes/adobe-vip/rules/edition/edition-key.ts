import type { VipProgramme } from './programme.ts';

/** Under which name a choice of an edition is kept: each programme chooses for itself. */
export const editionKey = (rule: string, programme: VipProgramme): string => `${rule}.${programme}`;

import type { LevelOrNone } from '#domain/adobe-vip/level.ts';

/** A discount level as it is shown in any sentence: its number, or a dash where there is none. */
export const shownLevel = (level: LevelOrNone): string => (level === 'none' ? '–' : level);

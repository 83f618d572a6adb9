import type { LevelOrNone } from '#programmes/adobe-vip/rules/level/level.ts';

/** A discount level as it is shown in any sentence: its number, or a dash where there is none. */
export const shownLevel = (level: LevelOrNone): string => (level === 'none' ? '–' : level);

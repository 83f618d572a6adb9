import { visibleText } from '#core/text/visible-text.ts';

/** A name as people read it: spaces and small and capital letters do not count. */
export const nameKey = (name: string): string => visibleText(name).toLowerCase();

import type { appIsHere as swedish } from '../sv/app-is-here.ts';

/** In English. */
export const appIsHere: typeof swedish = (name) => `The app is already at that location: ${name}.`;

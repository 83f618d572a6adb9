/**
 * Why an app is not written down where another one is it already: its form says it, and the history
 * that brings its number back.
 */
export const appIsHere = (name: string | number): string =>
  `Appen finns redan på den platsen: ${name}.`;

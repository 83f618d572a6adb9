/**
 * Characters that a page obeys and nobody sees: controls and those that turn the direction
 * of what follows.
 */
const OBEYED = /[\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

/**
 * A text from outside with a mark in the place of each character that a page would obey: `␀` to `␡`
 * for what has one, else `�`. Ends of lines and tabs are blanks.
 */
export const shownText = (text: string): string => text.replace(OBEYED, markOf);

const markOf = (character: string): string => {
  const code = character.charCodeAt(0);
  if (/\s/.test(character)) return ' ';
  if (code < 0x20) return String.fromCharCode(0x2400 + code);
  return code === 0x7f ? '\u2421' : '\ufffd';
};

/** Letters that are written from right to left: Hebrew, Arabic and their neighbours. */
const FROM_THE_RIGHT =
  /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;

/** The most letters of a text from outside in a list; where it is shown alone it is whole. */
export const MOST_IN_LIST = 200;

/**
 * A text from outside as part of a sentence or a line of ours: as it is shown, at most `most`
 * characters of it, and set apart (FSI, PDI) where its letters would turn what stands beside it.
 */
export const foreignText = (text: string, most = Infinity): string => {
  const shown = shownText(text);
  const cut = shown.length > most ? `${shown.slice(0, most - 1).replace(HALF, '')}…` : shown;
  return FROM_THE_RIGHT.test(cut) ? `\u2068${cut}\u2069` : cut;
};

/** Half a character at the end. */
const HALF = /[\ud800-\udbff]$/;

/**
 * The name of a file as a heading: of one that is too long for a line, the next begins after a mark
 * between its words, and not in the middle of one.
 */
export const breakable = (name: string): string => name.replace(/_(?=.)|(?=\.[^.]+$)/g, '$&\u200b');

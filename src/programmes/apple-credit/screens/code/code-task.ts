/** What the sheet of a code is doing: looking at it, or one of its forms. */
export type CodeTask = 'look' | 'redeem' | 'hand-out' | 'correct';

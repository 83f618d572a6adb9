/** Characters that are not seen: zero width, soft hyphen, directions, byte order mark. */
const UNSEEN = /[\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff]/g;

/** Letters and signs with single spaces between them: seen as written, and most cells are. */
const AS_SEEN = /^(?:[!-~\u00c0-\u00ff]+(?: [!-~\u00c0-\u00ff]+)*)?$/;

/**
 * A cell's text as people see it: normalized letters, single spaces, and no invisible characters.
 */
export const visibleText = (cell: string): string =>
  AS_SEEN.test(cell)
    ? cell
    : cell.normalize('NFKC').replace(UNSEEN, '').replace(/\s+/g, ' ').trim();

/**
 * A text without the `'` in front that tells a spreadsheet to take figures, or what it would run, as
 * text. Before words it is an apostrophe.
 */
export const withoutTextMark = (text: string): string =>
  text.replace(/^'(?=[-+=@]|\d[\d\s.,:/-]*$)/, '');

const SEPARATORS = [',', ';', '\t', '|'];

/** A tab parts cells: the others are in sentences above and below a table, too. */
const WEIGHT_OF_TAB = 5;

/**
 * The separator that occurs equally often in most of the first lines, outside quotes; a tab needs
 * fewer of them.
 */
export const separatorOf = (text: string): string => {
  const lines = firstLines(text.slice(0, 65_536));
  const weights = SEPARATORS.map((separator) => {
    const counts = lines
      .map((line) => line.split(separator).length - 1)
      .filter((count) => count > 0);
    const most = Math.max(
      0,
      ...counts.map((count) => count * counts.filter((other) => other === count).length),
    );
    return separator === '\t' && counts.length > 1 ? most * WEIGHT_OF_TAB : most;
  });
  return SEPARATORS[weights.indexOf(Math.max(...weights))] ?? ',';
};

const firstLines = (text: string): string[] =>
  text
    .replace(/"(?:[^"]|"")*"/g, '')
    .split(/\r\n|\n|\r/)
    .filter((line) => line.trim() !== '')
    .slice(0, 50);

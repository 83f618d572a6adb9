/** A cell of a line whose columns are made of spaces. */
type Placed = { readonly text: string; readonly from: number; readonly to: number };

/**
 * Lines with a tab between the cells that several spaces part, where they are columns below each
 * other; other lines stay as they are.
 */
export const withTabs = (lines: readonly string[]): readonly string[] => {
  if (lines.some((line) => line.includes('\t'))) return lines;
  let headings: readonly Placed[] | undefined;
  return lines.map((line, at) => {
    const cells = cellsOf(line);
    if (cells.length === 0) return line;
    const isWider = cells.length > (headings?.length ?? 0);
    if (isWider && isHeading(line, cells, lines.slice(at + 1))) headings = cells;
    else if (cells.length === 1 && !/^ {2}/.test(line) && !goesOn(lines, at, headings))
      headings = undefined;
    return headings === undefined ? line : placed(cells, headings).join('\t');
  });
};

/** Cells, apart by two spaces; after a full stop there may be two in any text. */
const cellsOf = (line: string): readonly Placed[] => {
  const cells: Placed[] = [];
  let to = 0;
  for (const piece of line.split(/( {2,})/)) {
    to += piece.length;
    const text = piece.trim();
    const last = cells.at(-1);
    if (text === '') continue;
    if (last === undefined || !/[.!?]$/.test(last.text))
      cells.push({ text, from: to - piece.trimStart().length, to });
    else cells.splice(-1, 1, { text: line.slice(last.from, to).trimEnd(), from: last.from, to });
  }
  return cells;
};

/** Whether a line is the first of a table: the next one has columns as well, and nothing else parts them. */
const isHeading = (line: string, cells: readonly Placed[], below: readonly string[]): boolean => {
  const next = below.find((text) => text.trim() !== '') ?? '';
  if (cells.length < 2 || cellsOf(next).length < 2 || /[;|]/.test(line)) return false;
  const commas = (text: string): number => text.split(',').length;
  return commas(line) === 1 || commas(line) !== commas(next);
};

/** Whether a line stands within a table: the next one has several cells in its columns. */
const goesOn = (
  lines: readonly string[],
  at: number,
  headings: readonly Placed[] | undefined,
): boolean => {
  if (headings === undefined) return false;
  let below = at + 1;
  while (lines[below]?.trim() === '') below += 1;
  const next = cellsOf(lines[below] ?? '');
  return (
    next.length > 1 &&
    next.every((cell) => headings.some(({ from, to }) => cell.from === from || cell.to === to))
  );
};

/** The texts of a row in the columns of the line above it: where some are missing, each goes below the nearest. */
const placed = (cells: readonly Placed[], headings: readonly Placed[]): readonly string[] => {
  if (cells.length >= headings.length) return cells.map(({ text }) => text);
  const row = headings.map(() => '');
  let free = 0;
  for (const [at, cell] of cells.entries()) {
    const last = headings.length - (cells.length - at);
    const away = headings.map(({ from, to }) =>
      Math.min(Math.abs(cell.from - from), Math.abs(cell.to - to)),
    );
    const possible = away.slice(free, last + 1);
    const column = free + possible.indexOf(Math.min(...possible));
    row[column] = cell.text;
    free = column + 1;
  }
  return row;
};

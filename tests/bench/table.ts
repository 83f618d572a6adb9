/**
 * One line of the bench: ms of Volym and of its peers, and the longest time the page could not
 * answer.
 */
export type BenchRow = {
  readonly what: string;
  readonly volym: number;
  readonly bare?: number;
  readonly pouch?: number;
  readonly block?: number;
  /** What the requirements ask for, in the row's own unit. */
  readonly budget?: number | undefined;
  /** How long the page may be held at most (ms). */
  readonly longestBlock?: number;
};

const figure = (ms: number | undefined): string =>
  ms === undefined ? '' : ms < 10 ? ms.toFixed(1) : Math.round(ms).toLocaleString('en');
const ratio = (ms: number, peer: number | undefined): string =>
  peer === undefined || peer === 0 ? '' : `×${(ms / peer).toFixed(1)}`;
const over = (ms: number | undefined, most: number | undefined): string =>
  ms !== undefined && most !== undefined && ms > most ? `, over ${most}` : '';

/**
 * The rows as a Markdown table; the ratios count, the absolute figures are those of the machine it
 * ran on.
 */
export const tableOf = (rows: readonly BenchRow[]): string => {
  const head = [
    'what (ms unless said)',
    'Volym',
    'bare',
    'ratio',
    'PouchDB 9',
    'ratio',
    'longest block',
    'budget',
  ];
  const lines = rows.map(({ what, volym, bare, pouch, block, budget, longestBlock }) => [
    what,
    figure(volym),
    figure(bare),
    ratio(volym, bare),
    figure(pouch),
    ratio(volym, pouch),
    figure(block) + over(block, longestBlock),
    budget === undefined ? '' : `${budget}${volym > budget ? ', not reached' : ''}`,
  ]);
  return [head, head.map(() => '---'), ...lines]
    .map((cells) => `| ${cells.join(' | ')} |`)
    .join('\n');
};

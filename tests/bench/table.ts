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
  /** How many times what the bare peer takes the requirements allow. */
  readonly timesBare?: number;
  /** How long the page may be held at most (ms). */
  readonly longestBlock?: number;
};

const figure = (ms: number | undefined): string =>
  ms === undefined ? '' : ms < 10 ? ms.toFixed(1) : Math.round(ms).toLocaleString('en');
const ratio = (ms: number, peer: number | undefined): string => {
  if (peer === undefined || peer === 0) return '';
  const times = ms / peer;
  return `×${times.toFixed(times < 2 ? 2 : 1)}`;
};
const over = (ms: number | undefined, most: number | undefined): string =>
  ms !== undefined && most !== undefined && ms > most ? `, over ${most}` : '';

const toReach = ({ volym, bare = 0, budget, timesBare }: BenchRow): string => {
  const most = budget ?? (timesBare === undefined ? undefined : bare * timesBare);
  if (most === undefined) return '';
  const said = budget === undefined ? `×${timesBare}` : budget.toLocaleString('en');
  return volym > most ? `${said}, not reached` : said;
};

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
    'to reach',
  ];
  const lines = rows.map((row) => [
    row.what,
    figure(row.volym),
    figure(row.bare),
    ratio(row.volym, row.bare),
    figure(row.pouch),
    ratio(row.volym, row.pouch),
    figure(row.block) + over(row.block, row.longestBlock),
    toReach(row),
  ]);
  return [head, head.map(() => '---'), ...lines]
    .map((cells) => `| ${cells.join(' | ')} |`)
    .join('\n');
};

const HEADERS =
  'HTTP/2 200\r\ncontent-type: application/json;charset=UTF-8\r\nx-apple-request-uuid: 0c6c…\r\n\r\n';

/** What `curl --location --include` writes before the answer at last. */
const MOVED =
  'HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 302 Found\r\nlocation: https://example.test/\r\n\r\n';

const packed = (text: string): Promise<Blob> =>
  new Response(new Blob([text]).stream().pipeThrough(new CompressionStream('gzip'))).blob();

/** One file of several answers. */
export type Dressed = (answers: readonly string[]) => Promise<Blob>;

const asText =
  (dress: (answers: readonly string[]) => string): Dressed =>
  (answers) =>
    Promise.resolve(new Blob([dress(answers)]));

/** How people save several answers in one file. */
export const DRESSES = {
  'one a line': asText((answers) => answers.join('\n')),
  'one a line, with an end': asText((answers) => `\ufeff${answers.join('\r\n')}\r\n`),
  'one straight after the other': asText((answers) => answers.join('')),
  'over several lines each': asText((answers) =>
    answers.map((answer) => JSON.stringify(JSON.parse(answer), null, 2)).join('\n\n'),
  ),
  'in a list': asText((answers) => `[${answers.join(',')}]`),
  'with the headers of curl': asText((answers) =>
    answers.map((answer) => `${HEADERS}${answer}`).join('\n'),
  ),
  'with the headers of moved addresses': asText((answers) =>
    answers.map((answer) => `${MOVED}${HEADERS}${answer}`).join(''),
  ),
  packed: (answers) => packed(answers.join('\n')),
  'packed, with headers': (answers) => packed(answers.map((one) => HEADERS + one).join('\n')),
} as const satisfies Readonly<Record<string, Dressed>>;

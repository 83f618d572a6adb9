/**
 * A JSON object with one list that may be long: the fields before it, its rows as they are read,
 * and the fields after.
 */
export type LongList = {
  readonly before?: object;
  readonly name: string;
  readonly rows: AsyncIterable<object>;
  readonly after?: () => object;
};

/** About as much is in memory at once (characters), or one document, where it is larger. */
const PIECE = 64 * 1024;

/** A text in pieces; the last is what it returns. */
export type Pieces = AsyncGenerator<string, string, undefined>;

/** Its text, the same as for the whole object. */
export const textOf = ({ before = {}, name, rows, after = () => ({}) }: LongList): Pieces =>
  joined({
    before: `{${membersOf(before)
      .map((member) => `${member},`)
      .join('')}${JSON.stringify(name)}:[`,
    parts: jsonOf(rows),
    between: ',',
    after: () =>
      `]${membersOf(after())
        .map((member) => `,${member}`)
        .join('')}}`,
  });

/**
 * Parts of a text as they are read: the text before them, between two of them, and after the last.
 */
type Joining = {
  readonly before: string;
  readonly parts: AsyncIterable<string>;
  readonly between: string;
  readonly after: () => string;
};

/** The whole text, with as many parts in each piece as fit. */
export async function* joined({ before, parts, between, after }: Joining): Pieces {
  let [text, separator] = [before, ''];
  for await (const part of parts) {
    text += separator + part;
    separator = between;
    if (text.length < PIECE) continue;
    yield text;
    text = '';
  }
  return text + after();
}

async function* jsonOf(rows: AsyncIterable<object>): AsyncGenerator<string> {
  for await (const row of rows) yield JSON.stringify(row);
}

const membersOf = (object: object): string[] =>
  Object.entries(object).flatMap(([name, value]) =>
    value === undefined ? [] : [`${JSON.stringify(name)}:${JSON.stringify(value)}`],
  );

/** A JSON object with one list that may be long: what is said before it, its rows as they are read, and what is said after. */
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

/** Its text, the same as that of the whole object. */
export async function* textOf({ before = {}, name, rows, after = () => ({}) }: LongList): Pieces {
  let text = `{${membersOf(before)
    .map((member) => `${member},`)
    .join('')}${JSON.stringify(name)}:[`;
  let comma = '';
  for await (const row of rows) {
    text += comma + JSON.stringify(row);
    comma = ',';
    if (text.length < PIECE) continue;
    yield text;
    text = '';
  }
  return `${text}]${membersOf(after())
    .map((member) => `,${member}`)
    .join('')}}`;
}

const membersOf = (object: object): string[] =>
  Object.entries(object).flatMap(([name, value]) =>
    value === undefined ? [] : [`${JSON.stringify(name)}:${JSON.stringify(value)}`],
  );

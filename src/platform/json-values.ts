/** How much JSON may hold: so many values, and lists and objects so deep in each other. */
export type JsonBounds = { readonly values: number; readonly levels: number };

const [QUOTE, BACKSLASH, COMMA] = [0x22, 0x5c, 0x2c];
const [LIST, LIST_END, OBJECT, OBJECT_END] = [0x5b, 0x5d, 0x7b, 0x7d];

/**
 * Which bound JSON is over, looked at before it is parsed: empty objects take fifty times their
 * letters once they are. Whether it is any JSON, parsing tells. Before each value but the first of
 * all stands a bracket or a comma, so those that stand in no text are counted.
 */
export const overBound = (
  json: string,
  { values, levels }: JsonBounds,
): keyof JsonBounds | undefined => {
  let [found, level] = [0, 0];
  for (let at = 0; at < json.length; at += 1) {
    const letter = json.charCodeAt(at);
    if (letter === QUOTE) at = endOfText(json, at + 1);
    else if (letter === LIST_END || letter === OBJECT_END) level -= 1;
    else if (letter === COMMA || letter === LIST || letter === OBJECT) {
      found += 1;
      if (letter !== COMMA) level += 1;
      if (level > levels) return 'levels';
      if (found > values) return 'values';
    }
  }
  return undefined;
};

/** Where a text ends of which this is the first letter. */
const endOfText = (json: string, from: number): number => {
  for (let start = from; ;) {
    const end = json.indexOf('"', start);
    if (end < 0) return json.length;
    let before = end;
    while (before > start && json.charCodeAt(before - 1) === BACKSLASH) before -= 1;
    // A quote is one of the text where the backslashes before it do not go up in pairs.
    if ((end - before) % 2 === 0) return end;
    start = end + 1;
  }
};

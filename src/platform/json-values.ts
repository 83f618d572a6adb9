/** How much JSON may hold: so many values, and lists and objects so deep in each other. */
export type JsonBounds = { readonly values: number; readonly levels: number };

const [QUOTE, BACKSLASH, COMMA] = [0x22, 0x5c, 0x2c];
const [LIST, LIST_END, OBJECT, OBJECT_END] = [0x5b, 0x5d, 0x7b, 0x7d];

/**
 * Which limit the JSON exceeds, checked before it is parsed: once parsed, empty objects take fifty
 * times their length. Whether it is valid JSON is left to the parser. Every value but the very
 * first follows a bracket or a comma, so those outside strings are counted.
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

/**
 * Where the list or object that begins here ends: the place after its last bracket. Undefined where
 * none begins, and where the text ends first.
 */
export const endOfJson = (json: string, from: number): number | undefined => {
  const first = json.charCodeAt(from);
  if (first !== LIST && first !== OBJECT) return undefined;
  let level = 0;
  for (let at = from; at < json.length; at += 1) {
    const letter = json.charCodeAt(at);
    if (letter === QUOTE) at = endOfText(json, at + 1);
    else if (letter === LIST || letter === OBJECT) level += 1;
    else if (letter === LIST_END || letter === OBJECT_END) {
      level -= 1;
      if (level === 0) return at + 1;
    }
  }
  return undefined;
};

/** Where the string that begins here ends. */
const endOfText = (json: string, from: number): number => {
  for (let start = from; ;) {
    const end = json.indexOf('"', start);
    if (end < 0) return json.length;
    let before = end;
    while (before > start && json.charCodeAt(before - 1) === BACKSLASH) before -= 1;
    // A quote belongs to the string if an odd number of backslashes comes before it.
    if ((end - before) % 2 === 0) return end;
    start = end + 1;
  }
};

/**
 * The most values in one answer: more than our server takes in one document. An answer of the largest size may hold sixteen million, which
 * take half a minute and a gigabyte once they are parsed.
 */
export const MOST_VALUES = 1_200_000;

const [QUOTE, BACKSLASH, COMMA, LIST, OBJECT] = [0x22, 0x5c, 0x2c, 0x5b, 0x7b];

/**
 * Whether JSON that is not parsed yet has more values than that: before each but the first of all stands a bracket or a comma, so those
 * that stand in no text are counted. The server counts alike, and more (`server/couch/json-form.ts`).
 */
export const hasMoreValues = (json: string, most = MOST_VALUES): boolean => {
  let values = 0;
  for (let at = 0; at < json.length; at += 1) {
    const letter = json.charCodeAt(at);
    if (letter === QUOTE) at = endOfText(json, at + 1);
    else if (letter === COMMA || letter === LIST || letter === OBJECT) {
      values += 1;
      if (values > most) return true;
    }
  }
  return false;
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

import { ownEntry } from '#core/own-entry.ts';

/** A tag of an XML text. */
export type XmlTag = {
  /** With its prefix: `table:table-row`. */
  readonly name: string;
  readonly is: 'start' | 'end' | 'empty';
  /** As it is written, with its attributes. */
  readonly written: string;
  /** Past its `>`. */
  readonly end: number;
};

/**
 * The tag at a `<`; undefined for a comment, a declaration, or a tag that never ends, each of which
 * `end` steps over.
 */
export const xmlTagAt = (xml: string, at: number): XmlTag | { readonly end: number } => {
  if (xml.startsWith('<!--', at)) return { end: past(xml, '-->', at) };
  if (xml.startsWith('<?', at)) return { end: past(xml, '?>', at) };
  const isEnd = xml[at + 1] === '/';
  NAME.lastIndex = at + (isEnd ? 2 : 1);
  const name = NAME.exec(xml)?.[0];
  if (name === undefined) return { end: at + 1 };
  const end = tagEnd(xml, NAME.lastIndex);
  if (end === undefined) return { end: xml.length };
  const is = isEnd ? 'end' : xml[end - 2] === '/' ? 'empty' : 'start';
  return { name, is, written: xml.slice(at, end), end };
};

const NAME = /[A-Za-z][\w.-]{0,40}(?::[\w.-]{1,60})?/y;

const past = (xml: string, mark: string, from: number): number => {
  const at = xml.indexOf(mark, from);
  return at < 0 ? xml.length : at + mark.length;
};

/** Past the `>` of a tag; one inside an attribute is none. */
const tagEnd = (xml: string, from: number): number | undefined => {
  for (let at = from; ;) {
    MARK.lastIndex = at;
    const mark = MARK.exec(xml);
    if (mark === null) return undefined;
    if (mark[0] === '>') return mark.index + 1;
    const close = xml.indexOf(mark[0], mark.index + 1);
    if (close < 0) return undefined;
    at = close + 1;
  }
};

const MARK = /["'>]/g;

/** Past the end of the element that begins with `tag`, with all that is in it. */
export const pastElement = (xml: string, { name, is, end }: XmlTag): number => {
  let [at, depth] = [end, is === 'start' ? 1 : 0];
  while (depth > 0) {
    at = xml.indexOf('<', at);
    if (at < 0) return xml.length;
    const tag = xmlTagAt(xml, at);
    if ('name' in tag && tag.name === name && tag.is !== 'empty')
      depth += tag.is === 'end' ? -1 : 1;
    at = tag.end;
  }
  return at;
};

/** The attributes of a tag, by their names with prefixes. */
export const attributesOf = ({ written }: XmlTag): ReadonlyMap<string, string> => {
  const found = new Map<string, string>();
  for (const [, name = '', double, single = ''] of written.matchAll(ATTRIBUTE))
    found.set(name, xmlText(double ?? single));
  return found;
};

const ATTRIBUTE = /\s([\w.:-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;

const NAMED: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
};

/** A text with the characters that XML writes otherwise; what it does not know stays. */
export const xmlText = (written: string): string =>
  written.replace(
    /&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|(amp|lt|gt|quot|apos));/gi,
    (whole, decimal: string | undefined, hex: string | undefined, name: string | undefined) => {
      if (name !== undefined) return ownEntry(NAMED, name) ?? whole;
      const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal);
      const isCharacter = code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff);
      return isCharacter ? String.fromCodePoint(code) : '\ufffd';
    },
  );

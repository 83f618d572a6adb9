import { crc32 } from '#data/import/read/zip/unpack.ts';
import type { Shape, Told } from './shape.ts';

/** How a text is written into a file. */
export type Encoding = 'utf-8' | 'utf-8-bom' | 'utf-16le' | 'utf-16be' | 'utf-16be-bare' | 'cp1252';

/** What Windows-1252 has between 0x80 and 0x9f, as far as the texts here need it. */
const CP1252 = new Map([
  ['€', 0x80],
  ['–', 0x96],
  ['’', 0x92],
  ['“', 0x93],
  ['”', 0x94],
]);

/** A text as bytes. */
export const encoded = (text: string, encoding: Encoding = 'utf-8'): Uint8Array<ArrayBuffer> => {
  switch (encoding) {
    case 'utf-8': {
      return new TextEncoder().encode(text);
    }
    case 'utf-8-bom': {
      return new TextEncoder().encode(`\u{FEFF}${text}`);
    }
    case 'cp1252': {
      return Uint8Array.from(text, (letter) => CP1252.get(letter) ?? letter.charCodeAt(0));
    }
    default: {
      const marked = encoding === 'utf-16be-bare' ? text : `\u{FEFF}${text}`;
      const isLittle = encoding === 'utf-16le';
      const bytes = new Uint8Array(marked.length * 2);
      const view = new DataView(bytes.buffer);
      for (let at = 0; at < marked.length; at += 1)
        view.setUint16(at * 2, marked.charCodeAt(at), isLittle);
      return bytes;
    }
  }
};

/** How a text file is written: line ends and letters. */
export type Writing = { readonly encoding?: Encoding; readonly lineEnd?: '\n' | '\r\n' | '\r' };

/** A text file: what is between the first line end of `text` and its last is written as it is. */
export const textFile = (
  file: string,
  text: string,
  told: Told,
  { encoding, lineEnd = '\r\n' }: Writing = {},
): Shape => ({
  file,
  bytes: encoded(text.replace(/^\n/, '').replaceAll('\n', lineEnd), encoding),
  ...told,
});

/** A file of given bytes. */
export const bytesFile = (file: string, bytes: Uint8Array<ArrayBuffer>, told: Told): Shape => ({
  file,
  bytes,
  ...told,
});

/** Bytes as gzip has them, stored and not deflated: the same on every machine. */
export const gzipped = (bytes: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> => {
  const whole = new Uint8Array(10 + 5 + bytes.length + 8);
  const view = new DataView(whole.buffer);
  whole.set([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 0xff, 1]);
  view.setUint16(11, bytes.length, true);
  view.setUint16(13, ~bytes.length & 0xffff, true);
  whole.set(bytes, 15);
  view.setUint32(15 + bytes.length, crc32(bytes), true);
  view.setUint32(19 + bytes.length, bytes.length, true);
  return whole;
};

/** A zip whose parts are stored and not deflated: the same on every machine. */
export const storedZip = (parts: Readonly<Record<string, string>>): Uint8Array<ArrayBuffer> => {
  const pieces: Uint8Array<ArrayBuffer>[] = [];
  const directory: Uint8Array<ArrayBuffer>[] = [];
  const lengthOf = (all: readonly Uint8Array[]): number =>
    all.reduce((sum, { length }) => sum + length, 0);
  for (const [name, text] of Object.entries(parts)) {
    const [letters, content] = [encoded(name), encoded(text)];
    const start = lengthOf(pieces);
    pieces.push(header(0x04034b50, 30, letters, content), letters, content);
    const entry = header(0x02014b50, 46, letters, content);
    new DataView(entry.buffer).setUint32(42, start, true);
    directory.push(entry, letters);
  }
  const end = new Uint8Array(22);
  const view = new DataView(end.buffer);
  view.setUint32(0, 0x06054b50, true);
  view.setUint16(8, directory.length / 2, true);
  view.setUint16(10, directory.length / 2, true);
  view.setUint32(12, lengthOf(directory), true);
  view.setUint32(16, lengthOf(pieces), true);
  return Uint8Array.from([...pieces, ...directory, end].flatMap((piece) => [...piece]));
};

/** What precedes a part (30 bytes), or names it in the directory (46 bytes). */
const header = (
  mark: number,
  length: 30 | 46,
  name: Uint8Array,
  content: Uint8Array,
): Uint8Array<ArrayBuffer> => {
  const bytes = new Uint8Array(length);
  const view = new DataView(bytes.buffer);
  const at = length === 46 ? 16 : 14;
  view.setUint32(0, mark, true);
  view.setUint32(at, crc32(content), true);
  view.setUint32(at + 4, content.length, true);
  view.setUint32(at + 8, content.length, true);
  view.setUint16(at + 12, name.length, true);
  return bytes;
};

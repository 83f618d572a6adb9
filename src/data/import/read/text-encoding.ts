/** A file's text and how it was encoded. */
export type DecodedText = { readonly text: string; readonly encoding: string };

/**
 * Decodes by byte order mark, else UTF-16 when every second byte is mostly zero, else UTF-8 where
 * it is valid, else Mac OS Roman where letters are as there, else Windows-1252, in which any bytes are
 * valid. The mark itself is left out.
 */
export const decodeText = (bytes: Uint8Array): DecodedText => {
  const encoding = markedEncoding(bytes) ?? unmarkedUtf16(bytes);
  if (encoding !== undefined) return { text: new TextDecoder(encoding).decode(bytes), encoding };
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), encoding: 'utf-8' };
  } catch {
    const single = isMacRoman(bytes) ? 'macintosh' : 'windows-1252';
    return { text: new TextDecoder(single).decode(bytes), encoding: single };
  }
};

/** Whether a text is none: noughts, or more control characters than a slip can explain. */
export const isBinaryText = (text: string): boolean => {
  const start = text.slice(0, 65_536);
  const controls =
    start.match(/[\u0001-\u0008\u000e-\u0019\u001b-\u001f\u007f\ufffd]/g)?.length ?? 0;
  return text.includes('\u0000') || controls > start.length / 100;
};

const markedEncoding = ([first, second, third]: Uint8Array): string | undefined => {
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8';
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  return first === 0xfe && second === 0xff ? 'utf-16be' : undefined;
};

const unmarkedUtf16 = (bytes: Uint8Array): string | undefined => {
  const start = bytes.subarray(0, 4096);
  const pairs = Math.floor(start.length / 2);
  if (pairs < 4) return undefined;
  const noughts = [0, 0];
  for (let at = 0; at < pairs * 2; at += 1)
    if (start[at] === 0) noughts[at % 2] = (noughts[at % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = noughts;
  if (odd > pairs * 0.6 && even < pairs * 0.05) return 'utf-16le';
  return even > pairs * 0.6 && odd < pairs * 0.05 ? 'utf-16be' : undefined;
};

/** ä å é ö ü æ ø in Mac OS Roman; in Windows-1252 they are marks, and letters of few languages. */
const MAC_LETTERS = new Set([0x8a, 0x8c, 0x8e, 0x9a, 0x9f, 0xbe, 0xbf]);

/** Whether letters between others are as in Mac OS Roman, and none as in Windows-1252. */
const isMacRoman = (bytes: Uint8Array): boolean => {
  let isFound = false;
  for (const [at, byte] of bytes.subarray(0, 65_536).entries()) {
    if (byte < 0x80 || !isLetter(bytes[at - 1]) || !isLetter(bytes[at + 1])) continue;
    if (byte >= 0xc0) return false;
    isFound ||= MAC_LETTERS.has(byte);
  }
  return isFound;
};

const isLetter = (byte = 0): boolean => /[a-z]/i.test(String.fromCharCode(byte));

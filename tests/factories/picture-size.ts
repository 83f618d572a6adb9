/** What a picture says of itself at its beginning. */
export type Picture = { readonly type: string; readonly width: number; readonly height: number };

const says = (bytes: Buffer, at: number, text: string): boolean =>
  bytes.toString('latin1', at, at + text.length) === text;

/**
 * Reads type and size from the header of a PNG, or of a WebP in its extended form, as Chromium
 * writes it.
 */
export const pictureIn = (bytes: Buffer): Picture => {
  if (says(bytes, 1, 'PNG') && says(bytes, 12, 'IHDR'))
    return { type: 'image/png', width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) };
  if (says(bytes, 0, 'RIFF') && says(bytes, 8, 'WEBPVP8X'))
    return {
      type: 'image/webp',
      width: bytes.readUIntLE(24, 3) + 1,
      height: bytes.readUIntLE(27, 3) + 1,
    };
  throw new Error('neither a PNG nor a WebP in its extended form');
};

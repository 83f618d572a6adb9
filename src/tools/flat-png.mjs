import { crc32, deflateSync } from 'node:zlib';

/**
 * @param {string} name
 * @param {Uint8Array} content
 */
const chunk = (name, content) => {
  const named = Buffer.concat([Buffer.from(name, 'latin1'), content]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(content.length);
  sum.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, sum]);
};

/**
 * @typedef {{ edge: number, at: (x: number, y: number) => number }} Mark a square, and the number
 * of the colour at each place
 */

/**
 * The rows as PNG wants them, each after its filter (none), two pixels to a byte. Colour 0 is the
 * ground.
 * @param {number} width
 * @param {number} height
 * @param {Mark} mark
 */
const rowsOf = (width, height, { edge, at }) => {
  const length = 1 + Math.ceil(width / 2);
  const rows = Buffer.alloc(length * height);
  const [left, top] = [(width - edge) >> 1, (height - edge) >> 1];
  for (let y = 0; y < edge; y += 1)
    for (let x = 0; x < edge; x += 1) {
      const place = left + x;
      const byte = (top + y) * length + 1 + (place >> 1);
      rows[byte] = (rows[byte] ?? 0) | (place % 2 === 0 ? at(x, y) << 4 : at(x, y));
    }
  return rows;
};

/**
 * A PNG with a mark in the middle of a flat background, only a few bytes in size.
 * @param {{ width: number, height: number, colours: readonly (readonly number[])[], mark: Mark }} picture at most sixteen
 * colours as red, green and blue, the background first
 */
export const flatPng = ({ width, height, colours, mark }) => {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  // Four bits to a pixel, colours by number.
  head.set([4, 3, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', head),
    chunk('PLTE', Buffer.from(colours.flat())),
    chunk('IDAT', deflateSync(rowsOf(width, height, mark), { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
};

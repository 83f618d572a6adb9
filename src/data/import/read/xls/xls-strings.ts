const STRINGS_AT = 8;

/**
 * Bits of the byte that begins a string: two bytes for each letter, data for East Asian readers,
 * formats of letters.
 */
const WIDE = 0x01;
const EXTENDED = 0x04;
const RICH = 0x08;

/**
 * Whether each shared string is inside of the record it is in and those that continue it
 * ([MS-XLS] 2.4.265, 2.5.293): the package goes where their lengths say, backwards too, and never
 * ends.
 */
export const stringsFit = (parts: readonly Uint8Array[]): boolean => {
  const { bytes, joints } = joined(parts);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const count = view.getUint32(4, true);
  let at = STRINGS_AT;
  for (let index = 0; index < count && at < bytes.length; index += 1)
    at = endOfString(view, at, joints);
  return at <= bytes.length;
};

/** Where a string ends; past the end of the data if it does not fit. */
const endOfString = (view: DataView, begin: number, joints: ReadonlySet<number>): number => {
  const beyond = view.byteLength + 1;
  if (begin + 3 > view.byteLength) return beyond;
  const flags = view.getUint8(begin + 2);
  let at = begin + 3;
  const [runs, data] = [(flags & RICH) === 0 ? 0 : 2, (flags & EXTENDED) === 0 ? 0 : 4];
  if (at + runs + data > view.byteLength) return beyond;
  const after =
    (runs === 0 ? 0 : view.getUint16(at, true) * 4) +
    (data === 0 ? 0 : view.getUint32(at + runs, true));
  at += runs + data;
  let width = 1 + (flags & WIDE);
  for (let left = view.getUint16(begin, true); left > 0; left -= 1) {
    if (at >= view.byteLength) return beyond;
    // A continuing record says again how wide its letters are.
    if (joints.has(at)) width = 1 + (view.getUint8(at++) & WIDE);
    at += width;
  }
  return at + after;
};

const joined = (
  parts: readonly Uint8Array[],
): { readonly bytes: Uint8Array; readonly joints: ReadonlySet<number> } => {
  const bytes = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  const joints = new Set<number>();
  let at = 0;
  for (const part of parts) {
    joints.add(at);
    bytes.set(part, at);
    at += part.length;
  }
  return { bytes, joints };
};

/**
 * A compound file (the container of .xls) as far as we need it: the names in it, and the content
 * under a name.
 */
export type CompoundFile = {
  readonly names: readonly string[];
  /**
   * The content of a stream; undefined when there is none or its chain of sectors is broken or goes
   * in a circle.
   */
  readonly content: (name: string) => Uint8Array | undefined;
};

const END_OF_CHAIN = 0xfffffffe;
const LAST_SECTOR = 0xfffffffa;
const MINI_SECTOR = 64;
const MINI_LIMIT = 4096;

type Sectors = {
  readonly bytes: Uint8Array;
  readonly size: number;
  /** For each sector the number of the next. */
  readonly next: readonly number[];
};

/**
 * Reads a compound file after [MS-CFB] 2.2 to 2.6. Every chain is followed once around at most, so
 * that no file makes it run or grow without end. Undefined when the file is damaged.
 */
export const readCompoundFile = (bytes: Uint8Array): CompoundFile | undefined => {
  if (bytes.length < 512) return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const shift = view.getUint16(30, true);
  if (shift !== 9 && shift !== 12) return undefined;
  const size = 2 ** shift;
  const next = readTable(bytes, view, size);
  if (next === undefined) return undefined;
  const sectors = { bytes, size, next };
  const directory = follow(sectors, view.getUint32(48, true));
  if (directory === undefined) return undefined;
  const entries = entriesOf(directory);
  const root = entries.find(({ type }) => type === 5);
  const mini = {
    bytes:
      root === undefined
        ? new Uint8Array()
        : (follow(sectors, root.start, root.size) ?? new Uint8Array()),
    size: MINI_SECTOR,
    next: [...numbersOf(follow(sectors, view.getUint32(60, true)) ?? new Uint8Array())],
  };
  return {
    names: entries.map(({ name }) => name),
    content: (wanted) => {
      const entry = entries.find(
        ({ name, type }) => type === 2 && name.toLowerCase() === wanted.toLowerCase(),
      );
      if (entry === undefined) return undefined;
      return entry.size < MINI_LIMIT
        ? followMini(mini, entry.start, entry.size)
        : follow(sectors, entry.start, entry.size);
    },
  };
};

/**
 * The table of next sectors, from the 109 places in the header and the sectors that list more (2.3,
 * 2.5).
 */
const readTable = (bytes: Uint8Array, view: DataView, size: number): number[] | undefined => {
  const count = Math.ceil(bytes.length / size) - 1;
  const places = Array.from({ length: 109 }, (_, at) => view.getUint32(76 + at * 4, true));
  let list = view.getUint32(68, true);
  for (let left = count; list < LAST_SECTOR && left > 0; left -= 1) {
    const numbers = numbersOf(sectorOf(bytes, size, list));
    list = numbers.pop() ?? END_OF_CHAIN;
    places.push(...numbers);
  }
  const tables = places.filter((place) => place < LAST_SECTOR);
  // More tables than sectors: places that repeat.
  if (tables.length > count || new Set(tables).size !== tables.length) return undefined;
  return tables.flatMap((place) => numbersOf(sectorOf(bytes, size, place)));
};

const sectorOf = (bytes: Uint8Array, size: number, number: number): Uint8Array =>
  bytes.subarray((number + 1) * size, (number + 2) * size);

const numbersOf = (bytes: Uint8Array): number[] => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return Array.from({ length: Math.floor(bytes.length / 4) }, (_, at) =>
    view.getUint32(at * 4, true),
  );
};

/**
 * The bytes of a chain, cut to `length` when it is given. Undefined for a circle, a sector outside
 * the file, or too few bytes.
 */
const follow = (
  { bytes, size, next }: Sectors,
  start: number,
  length?: number,
): Uint8Array | undefined => {
  const chain: number[] = [];
  const limit = Math.ceil(bytes.length / size);
  for (let at = start; at !== END_OF_CHAIN; at = next[at] ?? -1) {
    if (at < 0 || at >= limit || chain.length > limit) return undefined;
    chain.push(at);
    if (length !== undefined && chain.length * size >= length) break;
  }
  return joined(
    chain.map((number) => sectorOf(bytes, size, number)),
    length,
  );
};

const followMini = (
  { bytes, size, next }: Sectors,
  start: number,
  length: number,
): Uint8Array | undefined => {
  const pieces: Uint8Array[] = [];
  for (let at = start; pieces.length * size < length; at = next[at] ?? -1) {
    if (at < 0 || (at + 1) * size > bytes.length + size) return undefined;
    pieces.push(bytes.subarray(at * size, (at + 1) * size));
  }
  return joined(pieces, length);
};

const joined = (pieces: readonly Uint8Array[], length?: number): Uint8Array | undefined => {
  const whole = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return length === undefined
    ? whole
    : whole.length < length
      ? undefined
      : whole.subarray(0, length);
};

type Entry = {
  readonly name: string;
  readonly type: number;
  readonly start: number;
  readonly size: number;
};

/** Directory entries of 128 bytes (2.6.1). */
const entriesOf = (directory: Uint8Array): Entry[] => {
  const view = new DataView(directory.buffer, directory.byteOffset, directory.byteLength);
  return Array.from({ length: Math.floor(directory.length / 128) }, (_, index) => {
    const at = index * 128;
    const letters = Math.max(0, Math.min(64, view.getUint16(at + 64, true)) - 2);
    const name = new TextDecoder('utf-16le').decode(directory.subarray(at, at + letters));
    return {
      name,
      type: directory[at + 66] ?? 0,
      start: view.getUint32(at + 116, true),
      size: view.getUint32(at + 120, true),
    };
  }).filter(({ type }) => type !== 0);
};

import { OPEN_BODY } from '../room.ts';

/** The smallest block, in bytes. */
const SMALLEST = 4_096;

/**
 * The next block of a body of this size: a quarter of what has come, and never more than is counted
 * for an open body besides its bytes.
 */
const nextBlock = (size: number): number => Math.min(OPEN_BODY, Math.max(SMALLEST, size >> 2));

/** The bytes of a body while it comes. */
export type Gathering = {
  /** How many came. */
  readonly size: () => number;
  add(part: Uint8Array): void;
  /** All of them in one piece, once: the blocks are then released. */
  all(): Buffer;
};

/**
 * Gathers parts in blocks: kept separately, a part of a single byte would take hundreds of
 * uncounted bytes, and in one growing buffer a large body would take up to twice what is counted
 * until its end comes. At its end it is held twice for a moment, in its blocks and in one piece.
 */
export const gathering = (): Gathering => {
  const blocks: Buffer[] = [];
  let [size, free] = [0, 0];
  const add = (part: Uint8Array): void => {
    for (let from = 0; from < part.byteLength;) {
      if (free === 0) {
        free = nextBlock(size);
        // Allocated separately: a pooled buffer would keep the whole pool alive.
        blocks.push(Buffer.alloc(free));
      }
      const some = part.subarray(from, from + free);
      const block = blocks.at(-1) as Buffer;
      block.set(some, block.byteLength - free);
      free -= some.byteLength;
      from += some.byteLength;
      size += some.byteLength;
    }
  };
  return { size: () => size, add, all: () => Buffer.concat(blocks.splice(0), size) };
};

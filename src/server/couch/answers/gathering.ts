import { OPEN_BODY } from '../room.ts';

/** The smallest block, in bytes. */
const SMALLEST = 4_096;

/**
 * What a body of this size goes on with: a quarter of what came, and never more than is counted for
 * an open body beside its bytes.
 */
const nextBlock = (size: number): number => Math.min(OPEN_BODY, Math.max(SMALLEST, size >> 2));

/** The bytes of a body while it comes. */
export type Gathering = {
  /** How many came. */
  readonly size: () => number;
  add(part: Uint8Array): void;
  /** All of them in one piece, once: what they were gathered in is let go of. */
  all(): Buffer;
};

/**
 * Gathers parts in blocks: kept apart, a part of a single byte would take hundreds that nobody
 * counts, and in one piece that is made wider, a large body would take up to twice what is counted,
 * for as long as its end does not come. Once it has come, all of it is held twice for a moment, in
 * its blocks and in one piece.
 */
export const gathering = (): Gathering => {
  const blocks: Buffer[] = [];
  let [size, free] = [0, 0];
  const add = (part: Uint8Array): void => {
    for (let from = 0; from < part.byteLength;) {
      if (free === 0) {
        free = nextBlock(size);
        // Of its own: one of the pool's would hold that.
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

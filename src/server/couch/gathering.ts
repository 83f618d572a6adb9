/** What a body begins with room for, in bytes. */
const FIRST = 4_096;

/** And what it goes on with each time: so much is held at most beyond what came. */
const BLOCK = 65_536;

/** The bytes of a body while it comes. */
export type Gathering = {
  /** How many came. */
  readonly size: () => number;
  add(part: Uint8Array): void;
  /** All of them in one piece, once: what they were gathered in is let go of. */
  all(): Buffer;
};

/**
 * Gathers parts in blocks: kept apart, a part of a single byte would take hundreds that nobody counts, and in one piece that is made
 * wider, a large body would take up to twice what is counted, for as long as its end does not come.
 */
export const gathering = (): Gathering => {
  const blocks: Buffer[] = [];
  let [size, free] = [0, 0];
  const add = (part: Uint8Array): void => {
    for (let from = 0; from < part.byteLength;) {
      if (free === 0) {
        free = blocks.length === 0 ? FIRST : BLOCK;
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

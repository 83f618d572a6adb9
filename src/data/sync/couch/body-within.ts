/** An answer has more bytes than it may: it is cut off there, and no answer. */
export class TooLong extends Error {
  constructor() {
    super('the answer is too long');
  }
}

/** How an answer is read. */
export type Reading = {
  /** Bytes; the rest is not read. */
  readonly most: number;
  /** Ends the reading, also of a body that does not heed it by itself. */
  readonly signal?: AbortSignal;
  /** Called for each piece that comes. */
  readonly heard?: () => void;
};

/**
 * The text of an answer, counted while it comes: a server that never ends fills no memory. Throws
 * `TooLong`, or what cut it off.
 */
export const textWithin = async (
  answer: Response,
  { most, signal, heard }: Reading,
): Promise<string> => {
  const reader = answer.body?.getReader();
  if (reader === undefined) return '';
  const end = (): void => void reader.cancel().catch(() => undefined);
  signal?.addEventListener('abort', end);
  try {
    const decoder = new TextDecoder();
    const parts: string[] = [];
    let size = 0;
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      heard?.();
      size += part.value.byteLength;
      if (size > most) throw new TooLong();
      parts.push(decoder.decode(part.value, { stream: true }));
    }
    // An aborted body looks like a completed one.
    signal?.throwIfAborted();
    return parts.join('') + decoder.decode();
  } catch (error) {
    end();
    throw error;
  } finally {
    signal?.removeEventListener('abort', end);
  }
};

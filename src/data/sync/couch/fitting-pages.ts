import type { ChangesPage } from './couch-answers.ts';
import { TooLong, textWithin, type Reading } from './body-within.ts';

/** An answer began but did not complete: it may be too large for the connection. */
export class CutOff extends Error {
  constructor(cause: unknown) {
    super('the answer was cut off', { cause });
  }
}

/** The text of an answer. Throws `TooLong` or `CutOff`. */
export const textOf = async (answer: Response, reading: Reading): Promise<string> => {
  try {
    reading.heard?.();
    return await textWithin(answer, reading);
  } catch (error) {
    throw error instanceof TooLong ? error : new CutOff(error);
  }
};

type AskPage = (limit: number) => Promise<ChangesPage>;

/**
 * Requests pages as large as get through: half of a page that was cut off or too long, down to one
 * document. After a cut, only the next call tries again, since the connection may be gone; and it
 * may read earlier pages again, so larger pages are tried only after as many documents as were
 * wanted, and after twice as many each time this did not help.
 */
export const fittingPages = () => {
  let [fits, came, cuts] = [Infinity, 0, 0];
  const passed = (page: ChangesPage, limit: number, most: number): void => {
    came += page.results.length;
    if (limit >= most) [fits, came, cuts] = [Infinity, 0, 0];
    else if (page.isLast || came >= most * 2 ** cuts) [fits, came] = [limit * 2, 0];
  };
  const failed = (error: unknown, limit: number): void => {
    const isCut = error instanceof CutOff;
    if (isCut || error instanceof TooLong) [fits, came] = [Math.max(1, limit >> 1), 0];
    if (isCut) cuts += 1;
  };
  return async (most: number, ask: AskPage): Promise<ChangesPage> => {
    for (;;) {
      const limit = Math.min(most, fits);
      try {
        const page = await ask(limit);
        passed(page, limit, most);
        return page;
      } catch (error) {
        failed(error, limit);
        if (!(error instanceof TooLong) || limit === 1) throw error;
      }
    }
  };
};

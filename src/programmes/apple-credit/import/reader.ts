import { once, type Reader } from '#core/import/reader.ts';
import { ok } from '#core/result.ts';
import { areMostly, cellsUnder } from '#core/import/tables/table-columns.ts';
import { looksLikeCode } from './read/code-text.ts';
import { meaningOf } from './read/headings.ts';
import { namesCredit } from './read/names-credit.ts';
import type { RecognisedSheet } from './read/values.ts';
import { isHeadings, readAsCodes, recogniseFile } from './read/lists.ts';
import { reads } from './read/reads-as.ts';
import { shelve, type CreditShelf } from './shelf.ts';

/** Reads sheets of codes and of credit orders. */
export const reader: Reader<CreditShelf, 'codes'> = {
  programme: reads.programme,
  readsAs: reads.readsAs,
  heads: isHeadings,
  knows: (heading) => meaningOf(heading) !== undefined,
  rowsUnder: (row, below) => (isHeadings(row, below) ? 'given-away' : undefined),
  open: (file, looksAfter) => {
    const found = once(() => recogniseFile(file));
    const isHere = looksAfter?.includes('apple-credit') ?? true;
    const isRefused = (): boolean => {
      const codes = found();
      return !codes.ok && codes.problem.code !== 'no-codes';
    };
    return {
      claims: {
        // Under such a heading, codes of letters and figures are no numbers of apps or products.
        named: ({ isShaped }) => {
          const codes = found();
          const holdsCodes = (sheet: RecognisedSheet): boolean =>
            namesCredit(sheet) &&
            hasLetteredCodes(sheet) &&
            !isShaped(sheet.name, codeColumnOf(sheet));
          return codes.ok && codes.value.sheets.some(holdsCodes) ? shelved(codes) : undefined;
        },
        'named-unless-shaped': ({ isShaped }) => {
          const codes = found();
          // What a sheet calls its codes may be the product numbers of someone else.
          const isNamed = (sheet: RecognisedSheet): boolean =>
            namesCredit(sheet) && !isShaped(sheet.name, codeColumnOf(sheet));
          return codes.ok && codes.value.sheets.some(isNamed) ? shelved(codes) : undefined;
        },
        // Codes of letters and figures are more than the numbers of orders, or of apps, beside them.
        guessed: ({ isShaped, isKnown }) => {
          const codes = found();
          if (!codes.ok || !isHere || isKnown()) return undefined;
          const holdsCodes = (sheet: RecognisedSheet): boolean =>
            hasLetteredCodes(sheet) && !isShaped(sheet.name, codeColumnOf(sheet));
          return codes.value.sheets.some(holdsCodes) ? shelved(codes) : undefined;
        },
        readable: () => (found().ok && isHere ? shelved(found()) : undefined),
        refused: () => (isRefused() ? shelved(found()) : undefined),
        nothing: () => (isHere ? shelved(found()) : undefined),
      },
      isKnown: () => {
        const codes = found();
        return codes.ok
          ? !codes.value.sheets.every(({ needsMapping }) => needsMapping)
          : isRefused();
      },
      hidden: () => hiddenIn(found()),
    };
  },
  readAs: (file, sheet) => {
    const { sheets, skipped } = readAsCodes(file, sheet);
    return sheets.length === 0 ? undefined : { shelf: shelve(sheets), skipped };
  },
};

const shelved = (codes: ReturnType<typeof recogniseFile>) =>
  codes.ok ? ok({ shelf: shelve(codes.value.sheets), skipped: codes.value.skipped }) : codes;

const codeColumnOf = ({ columns }: RecognisedSheet): number =>
  columns.find(({ field }) => field === 'code')?.index ?? -1;

const hasLetteredCodes = (sheet: RecognisedSheet): boolean => {
  const at = codeColumnOf(sheet);
  const codes = cellsUnder(sheet.rows, at < 0 ? undefined : at);
  return areMostly(codes, (code) => looksLikeCode(code) && /[A-Z]/.test(code));
};

const hiddenIn = (codes: ReturnType<typeof recogniseFile>): Map<string, readonly number[]> =>
  new Map(
    codes.ok
      ? codes.value.sheets.map(({ name, columns }) => [
          name,
          columns.filter(({ secret }) => secret).map(({ index }) => index),
        ])
      : [],
  );

import type { Gap } from '#core/import/shelf.ts';
import type { SheetFile } from '#core/import/sheet.ts';

/** What a file lacks, whatever it holds: answers that were cut off, and rows behind an open quote. */
export const gapsIn = ({ cut = [], openQuote }: SheetFile): Gap[] => {
  const gaps = cut.map((name): Gap => ({ code: 'cut-off', params: { name } }));
  if (openQuote !== undefined) gaps.push({ code: 'open-quote', params: { row: openQuote } });
  return gaps;
};

import { expect, test } from 'vitest';
import { readWorkbook } from '#data/import/read/read-workbook.ts';
import { lotHere } from '#tests/factories/lot-here.ts';
import { csvOf } from '#tests/factories/vip-lists.ts';

test('A5: a list with headings of its own and a total is read as apps where someone says so', async () => {
  const bytes = csvOf(
    'Inköp läsplattor 2026;;;',
    'Vad;Hur många;À-pris;Skola',
    'Procreate;30;149;Åsby skola',
    'GoodNotes 6;120;109;Gymnasiet',
    'Totalt;150;22920;',
  );
  const read = await readWorkbook(bytes, 'inkop.csv', () => undefined);
  if (!read.ok) throw new Error(read.problem.code);
  const lot = await (await lotHere([read.value])).readAnyway(0, 'licences');
  const [sheet] = lot.parts[0]?.sheets ?? [];
  expect(lot.refused).toEqual([]);
  expect(sheet?.columns.map(({ heading }) => heading)).toEqual([
    'Vad',
    'Hur många',
    'À-pris',
    'Skola',
  ]);
});

import { readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readWorkbook } from '#data/import/read/read-workbook.ts';
import { readRows } from '#programmes/apple-credit/import/read/rows.ts';
import { recogniseFile } from '#programmes/apple-credit/import/read/lists.ts';
import { brokenFiles } from '#tests/factories/hostile-files.ts';

const bytesOf = (name: string): Uint8Array<ArrayBuffer> =>
  new Uint8Array(readFileSync(`tests/fixtures/apple-codes/${name}`));
const samples = { xls: bytesOf('04-preamble.xls'), xlsx: bytesOf('03-minimal.xlsx') };

// Bombs take seconds to make: they are set off in the built app alone (tests/journeys).
describe('broken files', () => {
  test.each(brokenFiles)(
    'A5: $name ends in one clear problem',
    { timeout: 60_000 },
    async ({ make, ends }) => {
      const read = await readWorkbook(await make(samples), 'codes.xlsx');
      expect(read.ok ? 'was read' : read.problem.code).toBeOneOf([...ends]);
    },
  );
});

/**
 * The same bytes each time: a file that made the reader run for ever would end neither the run nor
 * say what it was.
 */
const SEED = 20261120;

describe('any bytes', () => {
  const toTheEnd = async (bytes: Uint8Array): Promise<boolean> => {
    const read = await readWorkbook(new Uint8Array(bytes), 'x');
    const file = read.ok ? recogniseFile(read.value) : read;
    if (file.ok) readRows(file.value.sheets, {});
    return true;
  };

  test('A5: no bytes throw or hang', { timeout: 60_000 }, async () => {
    await fc.assert(fc.asyncProperty(fc.uint8Array({ maxLength: 3000 }), toTheEnd), {
      numRuns: 300,
      seed: SEED,
    });
  });

  test('A5: no text throws or hangs', { timeout: 60_000 }, async () => {
    const pieces = fc.constantFrom(
      ...'",;\t|\n\r<>&=\'- '.split(''),
      'Code',
      'Kod',
      '<td>',
      '<tr>',
      '<table>',
      '<!--',
      '&#',
      '<office:document><office:spreadsheet><table:table>',
      '</table:table>',
      '<table:table-row>',
      '<table:table-row table:number-rows-repeated="9"/>',
      '<table:table-cell table:number-columns-repeated="3" office:value="1">',
      '</table:table-cell>',
      '<text:p>',
      '<draw:g>',
      'FAKE0000ABCD',
      '25.000:-',
      '03/04/2026',
      'Order Number',
      'Amount',
    );
    const text = fc.array(fc.oneof(pieces, fc.string({ maxLength: 6 })), { maxLength: 200 });
    const encoder = new TextEncoder();
    await fc.assert(
      fc.asyncProperty(text, (words) => toTheEnd(encoder.encode(words.join('')))),
      { numRuns: 500, seed: SEED },
    );
  });

  const files = [
    '04-preamble.xls',
    '22-dates.xlsx',
    '14-formula-cells.xlsx',
    '20-html-as.xls',
    '21-password-volym.xlsx',
  ];
  test.each(files)(
    'A5: %s with bytes replaced or cut never throws or hangs',
    { timeout: 60_000 },
    async (name) => {
      const whole = bytesOf(name);
      const place = fc.nat({ max: whole.length - 1 });
      const changes = fc.array(fc.tuple(place, fc.nat({ max: 255 })), {
        minLength: 1,
        maxLength: 12,
      });
      await fc.assert(
        fc.asyncProperty(changes, fc.option(place), (bends, cut) => {
          const bytes = whole.slice();
          for (const [at, value] of bends) bytes[at] = value;
          return toTheEnd(bytes.slice(0, cut ?? undefined));
        }),
        { numRuns: 300, seed: SEED },
      );
    },
  );

  test('A5: no cut of a workbook is read as a whole one', { timeout: 60_000 }, async () => {
    const rowsOf = async (bytes: Uint8Array<ArrayBuffer>) => {
      const read = await readWorkbook(bytes, 'x');
      const file = read.ok ? recogniseFile(read.value) : read;
      return file.ok ? readRows(file.value.sheets, {}) : undefined;
    };
    for (const name of ['04-preamble.xls', '22-dates.xlsx']) {
      const whole = bytesOf(name);
      const all = await rowsOf(whole);
      for (let length = 1; length < whole.length; length += 61) {
        // The last sectors of an .xls may hold nothing but padding: then all rows are there.
        const rows = await rowsOf(whole.slice(0, length));
        if (rows !== undefined) expect(rows).toEqual(all);
      }
    }
  });
});

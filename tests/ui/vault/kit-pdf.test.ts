import { inflateSync } from 'node:zlib';
import { PDFDocument } from '@cantoo/pdf-lib';
import decodeQR from 'qr/decode.js';
import { describe, expect, test } from 'vitest';
import { vault as english } from '#i18n/en/vault.ts';
import { vault as swedish } from '#i18n/sv/vault.ts';
import { fileName, kitCode, type Kit } from '#ui/vault/kit.ts';
import { kitPdf } from '#ui/vault/kit-pdf.ts';
import { KIT } from '#tests/factories/vaults.ts';

const kit: Kit = {
  name: 'Björkdalens kommun',
  number: 1,
  mark: 'K7FA',
  made: 'Kit 1, märke K7FA, skapat 20 nov 2026',
  words: KIT.split(' '),
};

/** The drawing orders of the page, unpacked. */
const ordersOf = (pdf: Uint8Array): string => {
  const bytes = Buffer.from(pdf);
  return [...bytes.toString('latin1').matchAll(/stream\r?\n/g)]
    .map(({ index, 0: mark }) => {
      try {
        return inflateSync(bytes.subarray(index + mark.length), { finishFlush: 2 }).toString('latin1');
      } catch {
        return '';
      }
    })
    .join('\n');
};

/** The black squares of the page as a picture, eight px a square with a white edge, read as a QR code. */
const readSquares = (orders: string): string => {
  const squares = [...orders.matchAll(/([\d.]+) ([\d.]+) m\n([\d.]+) /g)].map(([, x, y, to]) => [+x!, +y!, +to! - +x!]);
  const side = squares[0]?.[2] ?? 1;
  const places = squares.map(([x, y]) => [Math.round(x! / side), Math.round(y! / side)]);
  const width = 8 * (Math.max(...places.flat()) + 5);
  const data = new Uint8ClampedArray(width * width * 4).fill(255);
  for (const [x, y] of places)
    for (let at = 0; at < 64; at += 1) {
      const pixel = (y! * 8 + 16 + Math.floor(at / 8)) * width + x! * 8 + 16 + (at % 8);
      data.fill(0, pixel * 4, pixel * 4 + 3);
    }
  return decodeQR({ width, height: width, data }, { timeLimit: 5_000 });
};

/** What is written on the page: pdf keeps text as hexadecimal Windows-1252 inside compressed streams. */
const writtenIn = (pdf: Uint8Array): string =>
  [...ordersOf(pdf).matchAll(/<([0-9A-F]+)> Tj/g)]
    .map(([, hex = '']) => Buffer.from(hex, 'hex').toString('latin1'))
    .join('\n');

describe('X9: the recovery kit as a PDF', () => {
  test.each([
    ['sv', swedish.kit.paper],
    ['en', english.kit.paper],
  ] as const)(
    'X9: one A4 page with name, number, day, what it is for and the twelve words (%s)',
    async (language, words) => {
      const pdf = await kitPdf(kit, words, language);
      const read = await PDFDocument.load(pdf);
      expect(read.getPageCount()).toBe(1);
      expect(read.getPage(0).getSize()).toEqual({ width: 595.28, height: 841.89 });
      const text = writtenIn(pdf);
      for (const part of [kit.name, kit.made, words.heading, ...kit.words]) expect(text).toContain(part);
      expect(text.replaceAll('\n', ' ')).toContain(words.purpose.replaceAll('’', '\u0092'));
    },
  );

  test('X9: the QR code on the page is filled and says the twelve words', async () => {
    const orders = ordersOf(await kitPdf(kit, swedish.kit.paper, 'sv'));
    expect(orders).toMatch(/h\nf\n/);
    expect(readSquares(orders)).toBe(KIT);
  });

  test('X9: a name with letters that the pdf’s fonts lack still gives a page', async () => {
    const text = writtenIn(await kitPdf({ ...kit, name: 'Київ 🙂 Åre' }, swedish.kit.paper, 'sv'));
    expect(text).toContain('???? ? Åre');
  });

  test('X9: the file’s name says whose kit it is and nothing of the words', () => {
    expect(fileName('Björkdalens kommun / IT')).toBe('bjorkdalens-kommun-it');
    expect(fileName('Київ')).toBe('volym');
    expect(kitCode(kit.words)).toBe(KIT);
  });
});

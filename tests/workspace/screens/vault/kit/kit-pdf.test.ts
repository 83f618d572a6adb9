import { inflateSync } from 'node:zlib';
import { PDFDocument, StandardFonts } from '@cantoo/pdf-lib';
import decodeQR from 'qr/decode.js';
import { describe, expect, test } from 'vitest';
import { nameInSentence } from '#core/text/name-in-sentence.ts';
import { vault as english } from '#workspace/words/en/vault.ts';
import { vault as swedish } from '#workspace/words/sv/vault.ts';
import { fileName, kitCode, type Kit } from '#workspace/screens/vault/kit/kit.ts';
import { kitPdf } from '#workspace/screens/vault/kit/kit-pdf.ts';
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
        return inflateSync(bytes.subarray(index + mark.length), { finishFlush: 2 }).toString(
          'latin1',
        );
      } catch {
        return '';
      }
    })
    .join('\n');
};

/**
 * The black squares of the page as a picture, eight px a square with a white edge, read as a QR
 * code.
 */
const readSquares = (orders: string): string => {
  const squares = [...orders.matchAll(/([\d.]+) ([\d.]+) m\n([\d.]+) /g)].map(([, x, y, to]) => [
    +x!,
    +y!,
    +to! - +x!,
  ]);
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

/**
 * What is written on the page: pdf keeps text as hexadecimal Windows-1252 inside compressed
 * streams.
 */
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
      for (const part of [kit.name, kit.made, words.heading, ...kit.words])
        expect(text).toContain(part);
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

  test.each([
    ['40,000 letters', 'W'.repeat(40_000)],
    ['40,000 words', 'W '.repeat(20_000)],
    ['a thousand lines', 'Nordby\n'.repeat(1_000)],
    ['orders of a PDF', '\\) Tj ET /F1 9 Tf BT (no kit <00> Tj % endstream endobj'],
    ['letters that turn others around', '\u202eYBDRON\u2066\u200f'],
    ['controls and halves of letters', '\u0000\u0007\u001b\u0085\ud800N\udc00'],
    ['letters from everywhere', '\ufdfa\u{1f469}\u200d\u{1f3eb}学校' + 'e\u0301'.repeat(9_000)],
    ['nothing', ''],
  ])(
    'X9: whatever a colleague calls the workspace, the kit is whole on its page: %s',
    async (_, name) => {
      const words = swedish.kit.paper;
      const pdf = await kitPdf({ ...kit, name }, words, 'sv');
      const orders = ordersOf(pdf);
      expect((await PDFDocument.load(pdf)).getPageCount()).toBe(1);
      const fonts = await PDFDocument.create();
      const plain = await fonts.embedFont(StandardFonts.Helvetica);
      const bold = await fonts.embedFont(StandardFonts.HelveticaBold);
      const texts = [
        ...orders.matchAll(
          / ([\d.]+) Tf\n[\s\S]*?1 0 0 1 (-?[\d.]+) (-?[\d.]+) Tm[\s\S]*?<([0-9A-F]*)> Tj/g,
        ),
      ].map(([, size, x, y, hex = '']) => ({
        size: +size!,
        x: +x!,
        y: +y!,
        text: Buffer.from(hex, 'hex').toString('latin1'),
      }));
      for (const { x, y, size, text } of texts) {
        const right =
          x +
          (size < 15 ? plain : bold).widthOfTextAtSize(
            text.replaceAll(/[\u0080-\u009f]/g, '.'),
            size,
          );
        expect([text, x >= 50 && right <= 545, y >= 50 && y <= 800]).toEqual([text, true, true]);
      }
      // None overlaps another, and each word has its place.
      const lines = texts.filter(({ x }) => Math.round(x) === 56).map(({ y }) => y);
      expect(lines.toSorted((a, b) => b - a)).toEqual(lines);
      for (const word of kit.words)
        expect(texts.filter(({ text }) => text === word)).toHaveLength(1);
      expect(readSquares(orders)).toBe(KIT);
      expect(fileName(name).length).toBeLessThanOrEqual(60);
    },
  );

  test('X9: a name is on the paper whole where it is no longer than a name, else as far as it has room', () => {
    const long =
      'Kommunalförbundet för gymnasial utbildning i Björkdalen och Åreskutans skärgård'.slice(
        0,
        80,
      );
    expect(nameInSentence(` ${long}\n`)).toBe(long);
    expect([...nameInSentence('👩'.repeat(99))]).toHaveLength(80);
  });

  test('X9: the file’s name says whose kit it is and nothing of the words', () => {
    expect(fileName('Björkdalens kommun / IT')).toBe('bjorkdalens-kommun-it');
    expect(fileName('Київ')).toBe('volym');
    expect(kitCode(kit.words)).toBe(KIT);
  });
});

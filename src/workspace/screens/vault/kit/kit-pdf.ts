import type { PDFFont, PDFPage } from '@cantoo/pdf-lib';
import { nameInSentence } from '#core/text/name-in-sentence.ts';
import type { Language } from '#core/language/language.ts';
import { kitCode, type Kit } from './kit.ts';

/** The sentences around the words, in the user's language. */
export type KitSentences = {
  readonly heading: string;
  readonly purpose: string;
  readonly keep: string;
};

/** A4 in points, and its margins. */
const A4 = { width: 595.28, height: 841.89, margin: 56 };
const QR_SIDE = 176;

/**
 * One A4 page with the whole kit, made on this device; the pdf library is loaded when it is asked
 * for.
 */
export const kitPdf = async (
  kit: Kit,
  sentences: KitSentences,
  language: Language,
): Promise<Uint8Array<ArrayBuffer>> => {
  const { PDFDocument, StandardFonts } = await import('@cantoo/pdf-lib');
  const document = await PDFDocument.create();
  document.setTitle(sentences.heading);
  document.setCreator('Volym');
  document.setLanguage(language);
  const page = document.addPage([A4.width, A4.height]);
  const [plain, bold] = [
    await document.embedFont(StandardFonts.Helvetica),
    await document.embedFont(StandardFonts.HelveticaBold),
  ];
  const width = A4.width - 2 * A4.margin;
  const write = (text: string, font: PDFFont, size: number, y: number): number =>
    writeLines(page, linesOf(text, font, size, width), font, size, y);

  let y = write(sentences.heading, bold, 24, A4.height - A4.margin - 24);
  y = write(nameInSentence(kit.name), bold, 15, y - 20);
  y = write(kit.made, plain, 11, y);
  drawWords(page, kit.words, plain, bold, y - 24);
  await drawCode(page, kitCode(kit.words), y - 4 - QR_SIDE);
  y = write(sentences.purpose, plain, 12, y - QR_SIDE - 44);
  write(sentences.keep, plain, 12, y - 8);
  return await document.save();
};

const writeLines = (
  page: PDFPage,
  lines: readonly string[],
  font: PDFFont,
  size: number,
  from: number,
): number => {
  lines.forEach((line, at) =>
    page.drawText(line, { x: A4.margin, y: from - at * size * 1.4, size, font }),
  );
  return from - lines.length * size * 1.4;
};

const drawWords = (
  page: PDFPage,
  words: readonly string[],
  plain: PDFFont,
  bold: PDFFont,
  from: number,
): void => {
  const rows = Math.ceil(words.length / 2);
  words.forEach((word, at) => {
    const x = A4.margin + (at < rows ? 0 : 140);
    const y = from - (at % rows) * 26;
    const place = String(at + 1);
    page.drawText(place, {
      x: x + 18 - plain.widthOfTextAtSize(place, 11),
      y,
      size: 11,
      font: plain,
    });
    page.drawText(word, { x: x + 28, y, size: 15, font: bold });
  });
};

const drawCode = async (page: PDFPage, text: string, bottom: number): Promise<void> => {
  const [{ encodeQR }, { rgb }] = await Promise.all([import('qr'), import('@cantoo/pdf-lib')]);
  const ink = rgb(0, 0, 0);
  const rows = encodeQR(text, 'raw', { ecc: 'medium', border: 1 });
  const side = QR_SIDE / rows.length;
  const left = A4.width - A4.margin - QR_SIDE;
  const path = rows
    .flatMap((row, y) =>
      row.map((dark, x) => (dark ? `M${x * side} ${y * side}h${side}v${side}h${-side}z` : '')),
    )
    .join('');
  page.drawSvgPath(path, { x: left, y: bottom + QR_SIDE, color: ink });
};

/**
 * The text in lines that fit, with `?` for what the pdf's own fonts cannot write (they know Western
 * letters only).
 */
const linesOf = (text: string, font: PDFFont, size: number, width: number): string[] => {
  const lines: string[] = [];
  const written = [...text].map((letter) => (canWrite(font, letter) ? letter : '?')).join('');
  const fits = (line: string): boolean => font.widthOfTextAtSize(line, size) <= width;
  for (const word of written.split(' ').flatMap((word) => partsOf(word, fits))) {
    const longer = lines.length === 0 ? word : `${lines.at(-1)} ${word}`;
    if (lines.length > 0 && fits(longer)) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
};

/** A word in parts that fit in a line each; most are one. */
const partsOf = (word: string, fits: (line: string) => boolean): string[] => {
  const parts = [''];
  for (const letter of word) {
    const longer = `${parts.at(-1)}${letter}`;
    if (fits(longer)) parts[parts.length - 1] = longer;
    else parts.push(letter);
  }
  return parts;
};

const canWrite = (font: PDFFont, letter: string): boolean => {
  try {
    font.encodeText(letter);
    return true;
  } catch {
    return false;
  }
};

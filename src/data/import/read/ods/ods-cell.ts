import { LIMITS } from '../limits.ts';
import { numberText } from '../number-text.ts';
import type { ReadCell } from '../read-cell.ts';
import { attributesOf, type XmlTag } from './xml-tags.ts';

/** A cell of OpenDocument while its text is read. */
export type OdsCell = {
  /** How often it is there, side by side. */
  readonly times: number;
  start(tag: XmlTag): void;
  end(name: string): void;
  text(piece: string): void;
  /** Whether it has more letters than a cell may have. */
  isTooLong(): boolean;
  read(): ReadCell;
};

type Said = ReadonlyMap<string, string>;

/** A cell with the attributes of its tag. */
export const newOdsCell = (said: Said, times: number): OdsCell => {
  let shown = '';
  let paragraphs = 0;
  let open = 0;
  let link: string | undefined;
  const add = (letters: string): void => {
    if (open > 0) shown += letters;
  };
  return {
    times,
    start: (tag) => {
      if (PARAGRAPH.test(tag.name)) {
        if (paragraphs > 0) shown += '\n';
        paragraphs += 1;
        if (tag.is === 'start') open += 1;
      } else if (tag.name === 'text:s') add(' '.repeat(spacesIn(tag)));
      else if (tag.name === 'text:tab') add('\t');
      else if (tag.name === 'text:line-break') add('\n');
      else if (tag.name === 'text:a') link ??= addressOf(tag);
    },
    end: (name) => {
      if (PARAGRAPH.test(name)) open = Math.max(0, open - 1);
    },
    text: (piece) => add(piece.replace(/[ \t\r\n]+/g, ' ')),
    isTooLong: () => shown.length > LIMITS.cell,
    read: () => {
      const formula = said.get('table:formula')?.replace(/^[\w.]*:?=/, '');
      return { ...valueOf(said, shown), formula, link };
    },
  };
};

const PARAGRAPH = /^text:[ph]$/;

const spacesIn = (tag: XmlTag): number =>
  Math.min(
    LIMITS.cell + 1,
    Number(/^\d{1,9}$/.exec(attributesOf(tag).get('text:c') ?? '')?.[0] ?? 1),
  );

const addressOf = (tag: XmlTag): string | undefined =>
  /^https:\/\/.{1,2000}$/i.exec(attributesOf(tag).get('xlink:href') ?? '')?.[0];

const NUMBERS: readonly (string | undefined)[] = ['float', 'percentage', 'currency'];

/** What a cell holds, by the type that it says; where it says none, what it shows. */
const valueOf = (said: Said, shown: string): Pick<ReadCell, 'text' | 'isNumber' | 'isError'> => {
  const type = said.get('office:value-type');
  if (said.get('calcext:value-type') === 'error') return { text: '', isError: true };
  if (NUMBERS.includes(type)) {
    const value = said.get('office:value') ?? '';
    return value.trim() === '' ? { text: shown } : { text: numberIn(value, shown), isNumber: true };
  }
  if (type === 'boolean')
    return { text: said.get('office:boolean-value') === 'true' ? 'TRUE' : 'FALSE' };
  const day = /^\d{4}-\d\d-\d\d(?=T|$)/.exec(said.get('office:date-value') ?? '')?.[0];
  if (type === 'date' && day !== undefined) return { text: day };
  return { text: type === 'string' ? (said.get('office:string-value') ?? shown) : shown };
};

/** The noughts before a number are read where they are shown. */
const numberIn = (value: string, shown: string): string => {
  const number = Number(value);
  const width = /^0\d{1,19}$/.test(shown) && Number(shown) === number ? shown.length : 0;
  return numberText(number, width);
};

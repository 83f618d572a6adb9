import { attributesOf, xmlTagAt } from './ods/xml-tags.ts';
import { MOST_COLUMNS } from './read-cell.ts';
import type { WorkbookParts } from './workbook-parts.ts';

/** What whoever has a sheet open does not see of it: rows from 1, columns from 0. */
export type HiddenParts = {
  readonly rows: ReadonlySet<number>;
  readonly columns: readonly number[];
};

/** Nothing is hidden. */
export const NOTHING_HIDDEN: HiddenParts = { rows: new Set(), columns: [] };

/**
 * What is hidden in each sheet of a workbook, in the order of its sheets. The package says it only
 * together with all formats, and takes gigabytes for a column that claims to be a billion.
 */
export const hiddenInXlsx = (parts: WorkbookParts): readonly HiddenParts[] => {
  const book = textOf(parts, /^(?:.*\/)?workbook\.xml$/i);
  const relations = textOf(parts, /^(?:.*\/)?_rels\/workbook\.xml\.rels$/i);
  const targets = new Map(
    tagsIn(relations, 'Relationship').map((said) => [
      said.get('Id') ?? '',
      (said.get('Target') ?? '').split('/').at(-1)?.toLowerCase() ?? '',
    ]),
  );
  return tagsIn(book, 'sheet').map((said) => {
    const id = [...said].find(([name]) => name.endsWith(':id'))?.[1] ?? '';
    const target = targets.get(id) ?? '';
    const part = [...parts].find(
      ([name]) => target !== '' && name.toLowerCase().endsWith(`sheets/${target}`),
    );
    return part === undefined ? NOTHING_HIDDEN : hiddenIn(latin1(part[1]));
  });
};

/** LibreOffice says of each row that it is not (`hidden="false"`). */
const HIDDEN = /\shidden\s*=\s*["'](?:1|true|on)["']/;

const hiddenIn = (xml: string): HiddenParts => {
  if (!HIDDEN.test(xml)) return NOTHING_HIDDEN;
  const cells = Math.max(0, xml.search(/<(?:\w+:)?sheetData\b/));
  const columns = tagsIn(xml.slice(0, cells), 'col').flatMap((said) => {
    const [from, to] = [Number(said.get('min')), Math.min(MOST_COLUMNS, Number(said.get('max')))];
    return /^(?:1|true|on)$/.test(said.get('hidden') ?? '') && from >= 1 && to >= from
      ? Array.from({ length: to - from + 1 }, (_, at) => from - 1 + at)
      : [];
  });
  const rows = new Set<number>();
  let number = 0;
  for (const [tag] of xml.slice(cells).matchAll(/<(?:\w+:)?row(?=[\s/>])[^>]*>/g)) {
    number = Number(/\sr\s*=\s*["'](\d{1,7})["']/.exec(tag)?.[1] ?? number + 1);
    if (HIDDEN.test(tag)) rows.add(number);
  }
  return { rows, columns };
};

/** The attributes of each tag of a name, whatever prefix it has. */
const tagsIn = (xml: string, name: string): ReadonlyMap<string, string>[] =>
  [...xml.matchAll(new RegExp(`<(?:\\w+:)?${name}[\\s/>]`, 'g'))].flatMap(({ index }) => {
    const tag = xmlTagAt(xml, index);
    return 'name' in tag ? [attributesOf(tag)] : [];
  });

const textOf = (parts: WorkbookParts, name: RegExp): string => {
  const part = [...parts].find(([one]) => name.test(one));
  return part === undefined ? '' : new TextDecoder().decode(part[1]);
};

/** One character for each byte: tags and their numbers are plain letters. */
const latin1 = (bytes: Uint8Array): string => new TextDecoder('latin1').decode(bytes);

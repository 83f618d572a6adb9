import { ok, refuse, type Result } from '#core/result.ts';
import { LIMITS, MEGABYTE } from './limits.ts';
import { notASheet, type ReadProblem, type ReadRefusal } from './read-problem.ts';
import { unpack } from './zip/unpack.ts';
import type { ZipPart } from './zip/zip-directory.ts';

/** The parts of an Excel workbook that hold its cells, by name: unpacked, counted and checked. */
export type WorkbookParts = ReadonlyMap<string, Uint8Array>;

/**
 * Unpacks what a workbook's cells need and nothing else: no links to other files, pictures, macros
 * or embedded files.
 */
export const readWorkbookParts = async (
  bytes: Uint8Array,
  directory: readonly ZipPart[],
  onShare: (share: number) => void = () => undefined,
): Promise<Result<WorkbookParts, ReadProblem>> => {
  const names = directory.map(({ name }) => name);
  const other = otherThanWorkbook(names);
  if (other !== undefined) return other;
  const parts = new Map<string, Uint8Array>();
  const count = newCount();
  const needed = directory.filter(isNeeded);
  for (const part of needed) {
    const content = await unpack(bytes, part);
    if (!content.ok) return content;
    const refusal = checkPart(content.value) ?? countTags(count, content.value);
    if (refusal !== undefined) return refusal;
    parts.set(part.name, cutAfterCells(content.value));
    onShare(parts.size / needed.length);
  }
  return ok(withContentTypes(parts));
};

/** What a zip is when it is no Excel workbook, by the names of its parts. */
const otherThanWorkbook = (names: readonly string[]): ReadRefusal | undefined => {
  const hasPart = (pattern: RegExp): boolean => names.some((name) => pattern.test(name));
  if (hasPart(/^xl\/workbook\.bin$/i)) return notASheet('excel-binary');
  if (hasPart(/^\[content_types\]\.xml$/i) && hasPart(/(^|\/)workbook\.xml$/i)) return undefined;
  if (hasPart(/^word\//i)) return notASheet('word');
  if (hasPart(/^ppt\//i)) return notASheet('presentation');
  if (hasPart(/^index\/.*\.iwa$|^index\.(zip|xml|apxl)/i)) return notASheet('numbers');
  return notASheet('archive');
};

const NOT_NEEDED =
  /(^|\/)(externallinks|drawings|media|embeddings|pivot\w*|customxml|docprops|threadedcomments|persons|charts|ctrlprops|activex|tables|querytables|printersettings|theme|slicers|slicercaches|timelines|timelinecaches|richdata|webextensions|customui|model|revisions)\/|(^|\/)worksheets\/_rels\/|(^|\/)(calcchain|metadata|connections|comments\d*|volatiledependencies|xmlmaps)\.xml$/i;

const isNeeded = ({ name }: ZipPart): boolean =>
  /\.(xml|rels)$/i.test(name) && !NOT_NEEDED.test(name);

/** Megabytes of a part that holds neither cells nor their texts: formats, names, relations. */
const OTHER_PART_MB = 20;

/**
 * ECMA-376 part 2 forbids document types, and with them entities that grow; parts are UTF-8 in
 * every known writer.
 */
const checkPart = (content: Uint8Array): ReadRefusal | undefined => {
  const start = latin1(content.subarray(0, 4096));
  if (/<!doctype|<!entity/i.test(start) || /^(?:ÿþ|þÿ|\0|[\s\S]\0)/.test(start))
    return refuse('unsafe-file');
  const mayBeLong = /<(?:\w+:)?(?:worksheet|sst)[\s>]/.test(start);
  return !mayBeLong && content.length > OTHER_PART_MB * MEGABYTE
    ? refuse('unpacks-too-large', undefined, { limitMb: OTHER_PART_MB })
    : undefined;
};

type Count = { rows: number; rowEnds: number; cells: number; texts: number };
const newCount = (): Count => ({ rows: 0, rowEnds: 0, cells: 0, texts: 0 });

const byteOf = (letter: string): number => letter.charCodeAt(0);
const [LT, GT, SLASH, COLON, SPACE] = [
  byteOf('<'),
  byteOf('>'),
  byteOf('/'),
  byteOf(':'),
  byteOf(' '),
];
const NAMES = ['c', 'si', 'row'].map((name) => [...name].map(byteOf));

/**
 * Counts rows, cells and shared texts before anything is built from them; a million rows end here,
 * early.
 */
const countTags = (count: Count, content: Uint8Array): ReadRefusal | undefined => {
  for (let at = content.indexOf(LT); at >= 0; at = content.indexOf(LT, at + 1)) {
    const isEnd = content[at + 1] === SLASH;
    const letters = countedName(content, at + (isEnd ? 2 : 1));
    if (letters === 3) count[isEnd ? 'rowEnds' : 'rows'] += 1;
    else if (letters === 2) count.texts += 1;
    else if (letters === 1) count.cells += isEnd ? 0 : 1;
    else continue;
    if (count.rows > LIMITS.rows || count.rowEnds > LIMITS.rows)
      return refuse('too-many-rows', undefined, { limit: LIMITS.rows });
    if (count.cells > LIMITS.cells || count.texts > LIMITS.cells * 2)
      return refuse('too-many-cells', undefined, { limit: LIMITS.cells });
  }
  return undefined;
};

/**
 * How many letters the tag has when it is one of `c`, `si`, `row`, with a prefix or not (`x:row`);
 * else 0.
 */
const countedName = (content: Uint8Array, from: number): number => {
  let start = from;
  for (let at = from; at < from + 24; at += 1) {
    const byte = content[at] ?? SPACE;
    if (byte === COLON) start = at + 1;
    else if (byte <= SPACE || byte === GT || byte === SLASH) {
      const isCounted =
        NAMES[at - start - 1]?.every((letter, offset) => content[start + offset] === letter) ??
        false;
      return isCounted ? at - start : 0;
    }
  }
  return 0;
};

/**
 * A worksheet ends with its cells: what follows (links that span the sheet, formats, extensions) is
 * not needed, but for which cells are merged.
 */
const cutAfterCells = (content: Uint8Array): Uint8Array => {
  const from = Math.max(0, content.length - 8 * MEGABYTE);
  const isWorksheet = /<(?:\w+:)?worksheet[\s>]/.test(latin1(content.subarray(0, 4096)));
  const end = isWorksheet ? latin1(content.subarray(from)) : '';
  const at = end.lastIndexOf('sheetData>');
  if (at < 0) return content;
  const cells = content.subarray(0, from + at + 'sheetData>'.length);
  const merged = end.slice(at).match(MERGED)?.slice(0, MOST_MERGED) ?? [];
  if (merged.length === 0) return cells;
  const kept = new TextEncoder().encode(`<mergeCells>${merged.join('')}</mergeCells>`);
  const whole = new Uint8Array(cells.length + kept.length);
  whole.set(cells);
  whole.set(kept, cells.length);
  return whole;
};

const MERGED = /<mergeCell ref="[A-Z]{1,3}\d{1,7}:[A-Z]{1,3}\d{1,7}"\s*\/>/g;

/** More merged cells than anybody has made by hand: the others are read as they are. */
const MOST_MERGED = 10_000;

/** One character for each byte. */
const latin1 = (bytes: Uint8Array): string => new TextDecoder('latin1').decode(bytes);

/**
 * The list of contents without the parts that were left out: the parser asks for each that it
 * names.
 */
const withContentTypes = (parts: Map<string, Uint8Array>): WorkbookParts => {
  const kept = new Set([...parts.keys()].map((name) => `/${name.toLowerCase()}`));
  for (const [name, content] of parts) {
    if (name.toLowerCase() !== '[content_types].xml') continue;
    const list = new TextDecoder().decode(content).replace(/<(?:\w+:)?Override\b[^>]*>/g, (tag) => {
      const part = /PartName\s*=\s*["']([^"']*)["']/i.exec(tag)?.[1] ?? '';
      return kept.has(part.toLowerCase()) ? tag : '';
    });
    parts.set(name, new TextEncoder().encode(list));
  }
  return parts;
};

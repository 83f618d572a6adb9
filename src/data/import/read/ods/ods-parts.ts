import { ok, refuse, type Result } from '#core/result.ts';
import { notASheet, type ReadProblem } from '../read-problem.ts';
import { unpack } from '../zip/unpack.ts';
import type { ZipPart } from '../zip/zip-directory.ts';

/** Whether a zip is a document of OpenDocument, by the names of its parts. */
export const isOpenDocument = (parts: readonly ZipPart[]): boolean =>
  find(parts, /^(?:content\.xml|encrypted-package)$/) !== undefined &&
  find(parts, /^mimetype$|^meta-inf\//) !== undefined;

/**
 * The part of an OpenDocument sheet that holds its cells, unpacked and checked; pictures, formats
 * and macros are left where they are.
 */
export const readOdsContent = async (
  bytes: Uint8Array,
  parts: readonly ZipPart[],
): Promise<Result<string, ReadProblem>> => {
  const manifest = find(parts, /^meta-inf\/manifest\.xml$/);
  const listed = manifest === undefined ? ok(new Uint8Array()) : await unpack(bytes, manifest);
  if (!listed.ok) return listed;
  const part = find(parts, /^content\.xml$/);
  const isLocked = new TextDecoder().decode(listed.value).includes('encryption-data');
  if (part === undefined || isLocked) return refuse('password-protected');
  const content = await unpack(bytes, part);
  if (!content.ok) return content;
  const start = new TextDecoder('latin1').decode(content.value.subarray(0, 4096));
  // UTF-8 in every known writer; document types and entities have no place in it.
  if (/<!doctype|<!entity/i.test(start) || /^(?:ÿþ|þÿ|\0|[\s\S]\0)/.test(start))
    return refuse('unsafe-file');
  const xml = new TextDecoder().decode(content.value);
  return holdsSheets(xml) ? ok(xml) : notASheet('opendocument');
};

const find = (parts: readonly ZipPart[], name: RegExp): ZipPart | undefined =>
  parts.find((part) => name.test(part.name.toLowerCase()));

/** Whether an OpenDocument text is one of sheets, and not of letters or pictures. */
export const holdsSheets = (xml: string): boolean => /<office:spreadsheet[\s>]/.test(xml);

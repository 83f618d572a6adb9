import type { VipListKind } from '#programmes/adobe-vip/import/cells/vip-headings.ts';
import type { Programme } from '#core/record/record.ts';
import { READ_AS, type AnyOutline, type FileContent, type ReadAs } from './read/sheet-messages.ts';

/** A sheet with what it is read as, and what somebody may say that it is. */
export type Reading = {
  readonly name: string;
  readonly now: ReadAs;
  readonly choices: readonly ReadAs[];
};

/**
 * The sheets of a file that may be something else than they were taken for. A saved answer has no
 * columns: it says itself what it is.
 */
export const readingsOf = (
  {
    programme,
    openedAs,
    sheets,
  }: Pick<FileContent, 'programme' | 'sheets'> & Pick<Opening, 'openedAs'>,
  looksAfter: readonly Programme[] | undefined,
): Reading[] =>
  (sheets as readonly AnyOutline[])
    .filter(({ columns }) => columns.length > 0)
    .map((sheet) => ({ name: sheet.name, now: readAsOf(programme, sheet) }))
    .map(({ name, now }) => ({ name, now, choices: choicesOf(now, openedAs, looksAfter) }))
    .filter(({ choices }) => choices.length > 1);

/** What the file was taken for when it was opened. */
export type Opening = { readonly openedAs: FileContent['programme'] };

const readAsOf = (programme: FileContent['programme'], { kind }: AnyOutline): ReadAs => {
  if (programme === 'adobe-vip') return kind as VipListKind;
  return programme === 'apple-credit' ? 'codes' : 'licences';
};

/**
 * What is looked after, and what it is read as. Licences only where the file was taken for those:
 * no other sheet can be read so.
 */
const choicesOf = (
  now: ReadAs,
  openedAs: FileContent['programme'],
  looksAfter: readonly Programme[] | undefined,
): readonly ReadAs[] => {
  const isHere = (programme: Programme): boolean => looksAfter?.includes(programme) ?? true;
  return READ_AS.filter((one) => {
    if (one === 'licences') return openedAs === 'apple-licences';
    if (one === 'codes')
      return isHere('apple-credit') || openedAs === 'apple-credit' || now === 'codes';
    const isVip = now !== 'codes' && now !== 'licences';
    return isHere('adobe-vip') || openedAs === 'adobe-vip' || isVip;
  });
};

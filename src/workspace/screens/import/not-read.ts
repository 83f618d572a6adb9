import type { NotRead } from '#core/import/import-run.ts';
import { mayBeName } from '#core/import/name-headings.ts';
import { mayBeSecret } from '#core/import/secret-headings.ts';
import type { FileGap, LotContent } from '#data/import/lot/lot-content.ts';
import type { PartOf } from '#data/import/open-file.ts';
import type { AnyOutline } from '#programmes/imports.ts';
import { leftOutOf } from './dry-run/left-out.ts';

/** So many columns of a sheet are named; the rest is counted. */
const NAMED = 40;

/** The most letters of a heading that are kept. */
const LONGEST = 80;

/** Whether what is under a field of a programme's sheet is kept nowhere. */
type IsNotKept = (programme: PartOf, sheet: AnyOutline, field: string) => boolean;

/**
 * What of the files is not read, as the import's record keeps it: files and sheets with their reason,
 * what a file lacks, and columns with how many cells. What is in a cell is not in it.
 */
export const notReadOf = (
  { refused, skipped, gaps, parts }: Pick<LotContent, 'refused' | 'skipped' | 'gaps' | 'parts'>,
  isNotKept: IsNotKept,
): readonly NotRead[] => [
  ...refused.map(({ name, problem: { code, params } }): NotRead => ({
    what: 'file',
    name,
    why: code,
    ...(params === undefined ? {} : { params }),
  })),
  ...skipped.map(({ name, reason }): NotRead => ({ what: 'sheet', name, why: reason })),
  ...gaps.filter(isMissing).map(({ code, params, file = '' }): NotRead => ({
    what: 'part',
    name: file,
    why: code,
    params: file === params['sheet'] ? { ...params, sheet: '' } : params,
  })),
  ...parts.flatMap(({ programme, sheets }) =>
    (sheets as readonly AnyOutline[]).flatMap((sheet) =>
      columnsOf(sheet, (field) => isNotKept(programme, sheet, field)),
    ),
  ),
];

/** Hidden rows and columns are read like all others. */
const isMissing = ({ code }: FileGap): boolean =>
  code !== 'hidden-rows' && code !== 'hidden-columns';

const columnsOf = (sheet: AnyOutline, isNotKept: (field: string) => boolean): NotRead[] => {
  const { again, ...other } = leftOutOf(sheet, isNotKept);
  const columns = [...again.columns, ...other.columns];
  const cells = again.cells + other.cells;
  if (columns.length === 0) return [];
  const more = columns.length - NAMED;
  const named = columns
    .slice(0, NAMED)
    .map((column) => ({ at: column.index, heading: keptHeading(column) }));
  return [
    {
      what: 'columns',
      name: sheet.name,
      why: '',
      columns: named,
      cells,
      ...(more > 0 ? { more } : {}),
    },
  ];
};

type Headed = Pick<AnyOutline['columns'][number], 'heading' | 'samples'>;

/** A heading as it is stored: '' where it may be a secret, or somebody's name. */
export const keptHeading = ({ heading, samples }: Headed): string =>
  mayBeSecret(heading.trim()) || mayBeName(heading, samples)
    ? ''
    : heading.trim().slice(0, LONGEST);

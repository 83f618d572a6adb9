import { NOTHING, type RememberedMapping } from '#core/import/mapping.ts';
import { headingsKey, mappingOf } from '#core/import/table-columns.ts';
import { fieldOf, formatOf } from './headings.ts';
import { installFieldOf } from './install-headings.ts';
import { holdingFieldOf } from './people/holding-headings.ts';
import { personFieldOf } from './people/person-headings.ts';
import type { ListKind, ListOutline } from './values.ts';

/** What the columns are remembered by (B9): their headings. */
export const licenceMappingKey = ({
  columns,
}: {
  readonly columns: readonly { readonly heading: string }[];
}): string => `apple-licences:${headingsKey(columns)}`;

/**
 * What the columns of a list are remembered by, and how they are mapped now (B9). Where none of the
 * headings is known they may be somebody's row: nothing is remembered. Where someone said
 * what it is, the same headings may be those of another list as well; so may those that name
 * people.
 */
export const listMapping = ({
  kind,
  isSaid,
  columns,
}: Pick<ListOutline, 'kind' | 'isSaid' | 'columns'>): RememberedMapping => ({
  key: isHeaded(kind, columns) ? keyOf(kind, isSaid, columns) : NOTHING,
  mapping: mappingOf(columns),
});

const isHeaded = (kind: ListKind, columns: ListOutline['columns']): boolean => {
  const headings = columns.map(({ heading }) => heading);
  if (kind === 'users') return headings.some((heading) => personFieldOf(heading) !== undefined);
  if (kind === 'assignments')
    return headings.some((heading) => holdingFieldOf(heading) !== undefined);
  if (kind === 'installs') return headings.some((heading) => installFieldOf(heading) !== undefined);
  const format = formatOf(headings);
  return headings.some((heading) => fieldOf(heading, format) !== undefined);
};

const keyOf = (kind: ListKind, isSaid: boolean, columns: ListOutline['columns']): string =>
  isSaid || kind === 'users' || kind === 'assignments'
    ? `apple-licences:${kind}:${headingsKey(columns)}`
    : licenceMappingKey({ columns });

import { NOTHING, type RememberedMapping } from '#core/import/mapping.ts';
import { headingsKey, mappingOf } from '#core/import/tables/table-columns.ts';
import type { ListKind, ListOutline } from './values.ts';

/** What the columns are remembered by (B9): their headings. */
export const licenceMappingKey = ({
  columns,
}: {
  readonly columns: readonly { readonly heading: string }[];
}): string => `apple-licences:${headingsKey(columns)}`;

/**
 * What the columns of a list are remembered by, and how they are mapped now (B9). Where someone said
 * what it is, the same headings may be those of another list as well; so may those that name
 * people.
 */
export const listMapping = ({
  kind,
  isSaid,
  columns,
}: Pick<ListOutline, 'kind' | 'isSaid' | 'columns'>): RememberedMapping => ({
  key: isHeaded(columns) ? keyOf(kind, isSaid, columns) : NOTHING,
  mapping: mappingOf(columns),
});

/** A row of somebody's that stands for headings has an address or a number in it. */
const isHeaded = (columns: ListOutline['columns']): boolean =>
  columns.some(({ heading }) => heading.trim() !== '') &&
  !columns.some(({ heading }) => /@|\d{4}/.test(heading));

const keyOf = (kind: ListKind, isSaid: boolean, columns: ListOutline['columns']): string =>
  isSaid || kind === 'users' || kind === 'assignments'
    ? `apple-licences:${kind}:${headingsKey(columns)}`
    : licenceMappingKey({ columns });

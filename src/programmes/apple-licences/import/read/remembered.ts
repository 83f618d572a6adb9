import { NOTHING, type RememberedMapping } from '#core/import/mapping.ts';
import { headingsKey, mappingOf } from '#core/import/table-columns.ts';
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
  key:
    isSaid || kind === 'users' || kind === 'assignments'
      ? keyOfSaid(kind, columns)
      : licenceMappingKey({ columns }),
  mapping: mappingOf(columns),
});

const keyOfSaid = (kind: ListKind, columns: ListOutline['columns']): string =>
  columns.some(({ heading }) => heading.trim() !== '')
    ? `apple-licences:${kind}:${headingsKey(columns)}`
    : NOTHING;

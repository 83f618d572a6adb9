import { NOTHING, type RememberedMapping } from '#core/import/mapping.ts';
import { headingsKey, mappingOf } from '#core/import/tables/table-columns.ts';
import { fieldOf } from './headings.ts';
import { installFieldOf } from './install-headings.ts';
import { holdingFieldOf } from './people/holding-headings.ts';
import { personFieldOf } from './people/person-headings.ts';
import type { ListColumn, ListOutline } from './values.ts';

/** Whether a heading means something in any of the lists. */
export const knowsHeading = (heading: string): boolean =>
  [
    fieldOf(heading, 'neutral'),
    installFieldOf(heading)?.field,
    holdingFieldOf(heading),
    personFieldOf(heading),
  ].some((field) => field !== undefined);

/** A column by its heading, and what is in it as far as that is shown. */
type Headed = Pick<ListColumn, 'heading'> & Partial<Pick<ListColumn, 'samples'>>;

/** What the columns are remembered by (B9): their headings. */
export const licenceMappingKey = ({
  columns,
}: {
  readonly columns: readonly { readonly heading: string }[];
}): string => keyOf('', columns);

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
  // Of a list of tokens, only what is not read has columns: those tell no list from another.
  key:
    isHeaded(columns) && kind !== 'tokens'
      ? keyOf(isSaid || kind === 'users' || kind === 'assignments' ? `${kind}:` : '', columns)
      : NOTHING,
  mapping: mappingOf(columns),
});

/** A row of somebody's that stands for headings has an address or a number in it. */
const isHeaded = (columns: ListOutline['columns']): boolean =>
  columns.some(({ heading }) => heading.trim() !== '') &&
  !columns.some(({ heading }) => /@|\d{4}/.test(heading));

const keyOf = (list: string, columns: readonly Headed[]): string => {
  const headings = headingsKey(columns, knowsHeading);
  return headings === '' ? NOTHING : `apple-licences:${list}${headings}`;
};

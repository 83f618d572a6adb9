import { NOTHING, type RememberedMapping } from '#core/import/mapping.ts';
import { headingsKey, mappingOf } from '#core/import/tables/table-columns.ts';
import type { VipListKind } from './fields.ts';
import { namedIn } from './headed-as.ts';
import type { VipListColumn, VipOutline } from './values.ts';

/** What the columns are remembered by: the list and its headings. */
const vipMappingKey = (
  kind: VipListKind,
  columns: readonly Pick<VipListColumn, 'heading' | 'samples'>[],
): string => {
  const headings = headingsKey(columns, (heading) => namedIn([heading]).size > 0);
  return headings === '' ? NOTHING : `adobe-vip:${kind}:${headings}`;
};

/** What the columns of a list are remembered by, and how they are mapped now. */
export const vipMapping = ({
  kind,
  columns,
}: Pick<VipOutline, 'kind' | 'columns'>): RememberedMapping => ({
  key: vipMappingKey(kind, columns),
  mapping: mappingOf(columns),
});

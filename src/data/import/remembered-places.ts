import { destinationFor, type Choice, type Destination } from '#core/import/choice.ts';
import { NOTHING, type RememberedMapping, type SheetPlace } from '#core/import/mapping.ts';
import type { Records } from '../records/records.ts';
import { workspaceIn } from '../workspace/workspace-in.ts';
import type { Remembering } from './mappings.ts';
import type { OpenFile } from './open-file.ts';
import { rememberedBy, rememberedIn } from './remembered-by.ts';

type Placed = Pick<OpenFile, 'mapped' | 'sheets'>;

/** Where rows of each sheet went when its file came before, as far as that is still there. */
export const rememberedPlaces = async (
  { records, vault }: Remembering,
  file: Placed,
): Promise<NonNullable<Choice['apart']>> => {
  const shared = await workspaceIn(records);
  const apart = new Map<string, Destination>();
  for (const [at, { name }] of file.sheets.entries()) {
    const by = await rememberedBy(placeOf(file.mapped[at]?.at), vault);
    const to = await stillThere(records, rememberedIn(shared?.data.mappings ?? {}, by)?.['to']);
    if (to !== undefined) apart.set(name, to);
  }
  return Object.fromEntries(apart);
};

const stillThere = async (
  records: Pick<Records, 'get'>,
  to = '',
): Promise<Destination | undefined> => {
  if (to === 'new-batch') return to;
  const record = to === '' ? undefined : await records.get(to);
  return record?.trashedOn === '' ? { id: to } : undefined;
};

/** Where rows of each sheet go, as it is remembered; what was taken back since it `was`, too. */
export const placesToRemember = (
  { mapped, sheets }: Placed,
  choice: Choice,
  was: NonNullable<Choice['apart']>,
): readonly RememberedMapping[] =>
  sheets.flatMap(({ name }, at) => {
    const destination = destinationFor(choice, name);
    const isChosen = destination !== 'as-suggested';
    const to = typeof destination === 'string' ? destination : destination.id;
    return isChosen || Object.hasOwn(was, name)
      ? [{ ...placeOf(mapped[at]?.at), mapping: { to: isChosen ? to : '' } }]
      : [];
  });

/** By its own file alone: another one with the same headings may be of any place. */
const placeOf = (at: SheetPlace | undefined): Omit<RememberedMapping, 'mapping'> => ({
  key: NOTHING,
  about: 'place:',
  at,
});

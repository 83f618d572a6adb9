import type { Programme, ProgrammeId } from '#core/record/record.ts';
import { programmes, programmesIn } from '#programmes/programmes.ts';
import type { NewThing, ProgrammeContract } from '#programmes/programme.ts';
import type { IconComponent } from '#ui/controls/icon.ts';
import type { Texts } from '#ui/text.ts';

/** What a programme is made of, with the programme. */
export type NewOf = NewThing & {
  readonly programme: ProgrammeId;
  readonly icon: IconComponent;
  readonly href: string;
};

/**
 * The first step of each programme that is managed, in the order of the menu; of the first one
 * where none is.
 */
export const newThings = (
  inUse: readonly Programme[] | undefined,
  { deadlines }: Texts['shell'],
): readonly [NewOf, ...NewOf[]] => {
  const [first = programmes[0], ...others] = programmesIn(inUse ?? []);
  const newOf = ({ id, icon, made, newAt }: ProgrammeContract): NewOf => ({
    programme: id,
    icon,
    href: newAt,
    ...made(deadlines),
  });
  return [newOf(first), ...others.map(newOf)];
};

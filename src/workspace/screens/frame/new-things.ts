import BuildingComplex from '@lucide/svelte/icons/building-complex';
import KeyRound from '@lucide/svelte/icons/key-round';
import Ticket from '@lucide/svelte/icons/ticket';
import type { Programme } from '#core/record/record.ts';
import type { IconComponent } from '#ui/controls/icon.ts';
import { paths } from '#ui/paths.ts';
import type { Texts } from '#ui/text.ts';

/** A programme that someone looks after. */
type Kept = Exclude<Programme, 'workspace'>;

/** The first step of a programme: what it is made of. */
export type NewThing = {
  readonly programme: Kept;
  readonly icon: IconComponent;
  readonly label: string;
  readonly href: string;
  /** What comes of it, where it is the only one. */
  readonly sentence: string;
};

/**
 * The first step of each programme that is looked after, in the order of the menu; an order where
 * none is.
 */
export const newThings = (
  programmes: readonly Programme[] | undefined,
  { deadlines: { empty, newOrder, newToken, newCustomer } }: Texts['shell'],
): readonly [NewThing, ...NewThing[]] => {
  const order = newThing('apple-credit', Ticket, newOrder, paths.newOrder(), empty.sentence);
  const all = [
    order,
    newThing('apple-licences', KeyRound, newToken, paths.newToken(), empty.tokens),
    newThing('adobe-vip', BuildingComplex, newCustomer, paths.newVipCustomer(), empty.customers),
  ];
  const [first = order, ...others] = all.filter(({ programme }) => programmes?.includes(programme));
  return [first, ...others];
};

const newThing = (
  programme: Kept,
  icon: IconComponent,
  label: string,
  href: string,
  sentence: string,
): NewThing => ({
  programme,
  icon,
  label,
  href,
  sentence,
});

import { firstNamed } from '#ui/first-named.ts';
import type { Texts } from '#ui/text.ts';

/** More names than these fill a line; the rest is counted. */
const NAMED = 5;

/** `2 nya platser: Grundskolor och Gymnasiet`; '' where none is new. */
export const newPlacesWords = (
  places: readonly string[],
  { import: { beside }, format }: Pick<Texts, 'import' | 'format'>,
): string => {
  if (places.length === 0) return '';
  return `${beside.newPlaces(places.length)}: ${format.list(firstNamed(places, NAMED, beside.morePlaces))}`;
};

import type { Programme } from '#core/record/record.ts';
import { programmesIn } from '#programmes/programmes.ts';
import type { Place } from '#programmes/programme.ts';
import Ellipsis from '@lucide/svelte/icons/ellipsis';
import FileSpreadsheet from '@lucide/svelte/icons/file-spreadsheet';
import ShieldCheck from '@lucide/svelte/icons/shield-check';
import SettingsIcon from '@lucide/svelte/icons/settings';
import Timer from '@lucide/svelte/icons/timer';
import { paths } from '#ui/paths.ts';
import type { Texts } from '#ui/text.ts';

/** A place that the frame leads to, on the tab bar and by its full name on the sidebar. */
export type Destination = Required<Place> & {
  /** Addresses below these light this place. */
  readonly covers: readonly string[];
};

/** A heading of the sidebar with its places; the first group has none. */
export type Group = { readonly heading: string; readonly places: readonly Destination[] };

/** What the frame shows: tabs on a phone, groups and a foot on the sidebar. */
export const destinationsFor = (
  shell: Texts['shell'],
  programmes: readonly Programme[],
): {
  readonly tabs: readonly Destination[];
  readonly groups: readonly Group[];
  readonly foot: readonly Destination[];
} => {
  const deadlines = placeAt({
    id: 'deadlines',
    tab: shell.places.deadlines,
    href: paths.deadlines(),
    icon: Timer,
    letters: ['d', 'f'],
  });
  const used = programmesIn(programmes).map(({ group, places }) => {
    const [first, ...others] = places(shell.places);
    return { group, first: placeAt(first), others: others.map((place) => placeAt(place)) };
  });
  const importing = placeAt({
    id: 'import',
    tab: shell.places.import,
    href: paths.import(),
    icon: FileSpreadsheet,
    letters: ['i'],
  });
  const safety = placeAt({
    id: 'safety',
    tab: shell.places.safety,
    href: paths.safety(),
    icon: ShieldCheck,
    letters: ['y'],
  });
  const settings = placeAt(
    {
      id: 'settings',
      tab: shell.places.settings,
      href: paths.settings(),
      icon: SettingsIcon,
      letters: ['s'],
    },
    [paths.vault(), paths.trash(), paths.people(), paths.rule('')],
  );
  const more = placeAt(
    {
      id: 'more',
      tab: shell.places.more,
      href: paths.more(),
      icon: Ellipsis,
      letters: ['m'],
    },
    [importing, safety, settings].flatMap(({ covers }) => covers),
  );
  const makers = [...new Set(used.map(({ group }) => group))];
  return {
    // On a phone the other places of a programme lie under its first; the sidebar has a row for
    // each.
    tabs: [deadlines, ...used.map(({ first, others }) => withCovers(first, others)), more],
    groups: [
      { heading: '', places: [deadlines] },
      ...makers.map((maker) => ({
        heading: shell.groups[maker],
        places: used
          .filter(({ group }) => group === maker)
          .flatMap(({ first, others }) => [first, ...others]),
      })),
      { heading: shell.groups.workspace, places: [importing, safety] },
    ],
    foot: [settings],
  };
};

const withCovers = (place: Destination, under: readonly Destination[]): Destination => ({
  ...place,
  covers: [place, ...under].flatMap(({ covers }) => covers),
});

/** A place is highlighted at its own address, and at others that belong to it. */
const placeAt = (place: Place, also: readonly string[] = []): Destination => ({
  name: place.tab,
  ...place,
  covers: [place.href, ...also],
});

/** Whether a place is the one that an address is under. */
export const isAt = (place: Destination, pathname: string): boolean =>
  place.covers.some(
    (cover) => pathname === cover || pathname.startsWith(cover.replace(/\/?$/, '/')),
  );

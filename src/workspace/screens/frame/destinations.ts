import type { Programme } from '#core/record/record.ts';
import BuildingComplex from '@lucide/svelte/icons/building-complex';
import CalendarSync from '@lucide/svelte/icons/calendar-sync';
import Ellipsis from '@lucide/svelte/icons/ellipsis';
import FileSpreadsheet from '@lucide/svelte/icons/file-spreadsheet';
import ShieldCheck from '@lucide/svelte/icons/shield-check';
import SettingsIcon from '@lucide/svelte/icons/settings';
import LayoutGrid from '@lucide/svelte/icons/layout-grid';
import KeyRound from '@lucide/svelte/icons/key-round';
import Ticket from '@lucide/svelte/icons/ticket';
import Timer from '@lucide/svelte/icons/timer';
import type { IconComponent } from '#ui/controls/icon.ts';
import { paths } from '#ui/paths.ts';
import type { Texts } from '#ui/text.ts';

/** A place that the frame leads to. */
export type Destination = {
  readonly id: string;
  /** On the tab bar, and in full on the sidebar. */
  readonly tab: string;
  readonly name: string;
  readonly href: string;
  readonly icon: IconComponent;
  /** After `g`, these letters lead there. */
  readonly letters: readonly string[];
  /** Only where this programme is in use. */
  readonly programme?: Programme;
  /** Addresses below these light this place. */
  readonly covers: readonly string[];
};

/** A heading of the sidebar with its places; the first group has none. */
export type Group = { readonly heading: string; readonly places: readonly Destination[] };

/**
 * What the frame shows: tabs on a phone, groups and a foot on the sidebar. A new programme adds its
 * line here.
 */
export const destinationsFor = (
  shell: Texts['shell'],
  programmes: readonly Programme[],
): {
  readonly tabs: readonly Destination[];
  readonly groups: readonly Group[];
  readonly foot: readonly Destination[];
} => {
  const { places } = shell;
  const deadlines = placeAt(paths.deadlines(), places.deadlines, {
    id: 'deadlines',
    icon: Timer,
    letters: ['d', 'f'],
  });
  const credit = placeAt(paths.credit(), places.creditTab, {
    id: 'credit',
    name: places.credit,
    icon: Ticket,
    letters: ['k', 'c'],
    programme: 'apple-credit',
  });
  const { apps, tokens } = licencePlaces(places);
  const { vip, renewals } = vipPlaces(places);
  const importing = placeAt(paths.import(), places.import, {
    id: 'import',
    icon: FileSpreadsheet,
    letters: ['i'],
  });
  const safety = placeAt(paths.safety(), places.safety, {
    id: 'safety',
    icon: ShieldCheck,
    letters: ['y'],
  });
  const settings = placeAt(paths.settings(), places.settings, {
    id: 'settings',
    icon: SettingsIcon,
    letters: ['s'],
    also: [paths.vault(), paths.trash(), paths.people(), paths.rule('')],
  });
  const more = placeAt(paths.more(), places.more, {
    id: 'more',
    icon: Ellipsis,
    letters: ['m'],
    also: [...importing.covers, ...safety.covers, ...settings.covers],
  });
  const inUse = ({ programme }: Destination): boolean =>
    programme === undefined || programmes.includes(programme);
  return {
    // On a phone tokens lie under apps and renewals under VIP; the sidebar has a row for each.
    tabs: [deadlines, credit, withCovers(apps, tokens), withCovers(vip, renewals), more].filter(
      inUse,
    ),
    groups: [
      { heading: '', places: [deadlines] },
      { heading: shell.groups.apple, places: [credit, apps, tokens].filter(inUse) },
      { heading: shell.groups.adobe, places: [vip, renewals].filter(inUse) },
      { heading: shell.groups.workspace, places: [importing, safety] },
    ].filter((group) => group.places.length > 0),
    foot: [settings],
  };
};

const withCovers = (place: Destination, under: Destination): Destination => ({
  ...place,
  covers: [...place.covers, ...under.covers],
});

const vipPlaces = (places: Texts['shell']['places']) => ({
  vip: placeAt(paths.vip(), places.vipTab, {
    id: 'vip',
    name: places.vip,
    icon: BuildingComplex,
    letters: ['v'],
    programme: 'adobe-vip',
  }),
  renewals: placeAt(paths.renewals(), places.renewals, {
    id: 'renewals',
    icon: CalendarSync,
    letters: ['r'],
    programme: 'adobe-vip',
  }),
});

const licencePlaces = (places: Texts['shell']['places']) => ({
  apps: placeAt(paths.apps(), places.apps, {
    id: 'apps',
    icon: LayoutGrid,
    letters: ['a'],
    programme: 'apple-licences',
  }),
  tokens: placeAt(paths.tokens(), places.tokens, {
    id: 'tokens',
    icon: KeyRound,
    letters: ['t'],
    programme: 'apple-licences',
  }),
});

type Place = Omit<Destination, 'href' | 'tab' | 'name' | 'covers'> & {
  /** Where the tab's name is too short for the sidebar. */
  readonly name?: string;
  readonly also?: readonly string[];
};

/** Its own address lights a place, and others that it stands for. */
const placeAt = (href: string, tab: string, { also = [], ...place }: Place): Destination => ({
  name: tab,
  ...place,
  href,
  tab,
  covers: [href, ...also],
});

/** Whether a place is the one that an address lies under. */
export const isAt = (place: Destination, pathname: string): boolean =>
  place.covers.some(
    (cover) => pathname === cover || pathname.startsWith(cover.replace(/\/?$/, '/')),
  );

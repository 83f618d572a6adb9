import type { Programme } from '#domain/record.ts';
import Ellipsis from '@lucide/svelte/icons/ellipsis';
import FileSpreadsheet from '@lucide/svelte/icons/file-spreadsheet';
import SettingsIcon from '@lucide/svelte/icons/settings';
import Ticket from '@lucide/svelte/icons/ticket';
import Timer from '@lucide/svelte/icons/timer';
import type { IconComponent } from '../controls/icon.ts';
import { paths } from '../paths.ts';
import type { Texts } from '../text.ts';

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

/** What the frame shows: tabs on a phone, groups and a foot on the sidebar. A new programme adds its line here. */
export const destinationsFor = (
  shell: Texts['shell'],
  programmes: readonly Programme[],
): {
  readonly tabs: readonly Destination[];
  readonly groups: readonly Group[];
  readonly foot: readonly Destination[];
} => {
  const deadlines: Destination = {
    id: 'deadlines',
    tab: shell.places.deadlines,
    name: shell.places.deadlines,
    href: paths.deadlines(),
    icon: Timer,
    letters: ['d', 'f'],
    covers: [paths.deadlines()],
  };
  const credit: Destination = {
    id: 'credit',
    tab: shell.places.creditTab,
    name: shell.places.credit,
    href: paths.credit(),
    icon: Ticket,
    letters: ['k', 'c'],
    programme: 'apple-credit',
    covers: [paths.credit()],
  };
  const importing: Destination = {
    id: 'import',
    tab: shell.places.import,
    name: shell.places.import,
    href: paths.import(),
    icon: FileSpreadsheet,
    letters: ['i'],
    covers: [paths.import()],
  };
  const settings: Destination = {
    id: 'settings',
    tab: shell.places.settings,
    name: shell.places.settings,
    href: paths.settings(),
    icon: SettingsIcon,
    letters: ['s'],
    covers: [paths.settings(), paths.vault(), paths.trash(), paths.rule('')],
  };
  const more: Destination = {
    id: 'more',
    tab: shell.places.more,
    name: shell.places.more,
    href: paths.more(),
    icon: Ellipsis,
    letters: ['m'],
    covers: [paths.more(), ...importing.covers, ...settings.covers],
  };
  const inUse = ({ programme }: Destination): boolean => programme === undefined || programmes.includes(programme);
  return {
    tabs: [deadlines, credit, more].filter(inUse),
    groups: [
      { heading: '', places: [deadlines] },
      { heading: shell.groups.apple, places: [credit].filter(inUse) },
      { heading: shell.groups.workspace, places: [importing] },
    ].filter(({ places }) => places.length > 0),
    foot: [settings],
  };
};

/** Whether a place is the one that an address lies under. */
export const isAt = (place: Destination, pathname: string): boolean =>
  place.covers.some((cover) => pathname === cover || pathname.startsWith(cover.replace(/\/?$/, '/')));

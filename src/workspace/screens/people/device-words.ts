import Laptop from '@lucide/svelte/icons/laptop';
import MonitorSmartphone from '@lucide/svelte/icons/monitor-smartphone';
import Smartphone from '@lucide/svelte/icons/smartphone';
import Tablet from '@lucide/svelte/icons/tablet';
import type { DeviceData } from '#workspace/rules/people/device.ts';
import type { IconComponent } from '#ui/controls/icon.ts';
import type { Texts } from '#ui/text.ts';

/** What a device is called: by its user, or else by its model. */
export const deviceName = (
  { name = '', model }: Pick<DeviceData, 'name' | 'model'>,
  people: Texts['people'],
): string => {
  const models: Readonly<Record<string, string>> = people.models;
  return name === '' ? (models[model] ?? people.models.other) : name;
};

const ICONS: ReadonlyMap<string, IconComponent> = new Map([
  ['iphone', Smartphone],
  ['android', Smartphone],
  ['ipad', Tablet],
  ['windows', Laptop],
  ['mac', Laptop],
  ['chromebook', Laptop],
  ['linux', Laptop],
]);

/**
 * The icon of a device; a generic one if it has not said what it is, as with a read-only device.
 */
export const deviceIcon = (model = ''): IconComponent => ICONS.get(model) ?? MonitorSmartphone;

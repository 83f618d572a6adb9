import Laptop from '@lucide/svelte/icons/laptop';
import Smartphone from '@lucide/svelte/icons/smartphone';
import Tablet from '@lucide/svelte/icons/tablet';
import type { DeviceData } from '#domain/people/device.ts';
import type { IconComponent } from '#ui/controls/icon.ts';
import type { Texts } from '#ui/text.ts';

/** What a device is called: by its user, or else by its model. */
export const deviceName = ({ name = '', model }: DeviceData, people: Texts['people']): string => {
  const models: Readonly<Record<string, string>> = people.models;
  return name === '' ? (models[model] ?? people.models.other) : name;
};

/** The picture of what a device is; of one that has not said it, a computer's. */
export const deviceIcon = (model = ''): IconComponent => {
  if (model === 'iphone' || model === 'android') return Smartphone;
  return model === 'ipad' ? Tablet : Laptop;
};

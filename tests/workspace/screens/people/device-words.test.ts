import Laptop from '@lucide/svelte/icons/laptop';
import MonitorSmartphone from '@lucide/svelte/icons/monitor-smartphone';
import Smartphone from '@lucide/svelte/icons/smartphone';
import Tablet from '@lucide/svelte/icons/tablet';
import { expect, test } from 'vitest';
import { deviceIcon } from '#workspace/screens/people/device-words.ts';

test('X18: a device is drawn as what it said it is, and as no computer where it said nothing', () => {
  expect(['iphone', 'android', 'ipad'].map(deviceIcon)).toEqual([Smartphone, Smartphone, Tablet]);
  expect(['windows', 'mac', 'chromebook', 'linux'].map(deviceIcon)).toEqual([
    Laptop,
    Laptop,
    Laptop,
    Laptop,
  ]);
  // One that only reads writes nothing, its model neither; one that was named by someone else has
  // no model of ours.
  expect([undefined, '', 'other', 'constructor'].map(deviceIcon)).toEqual(
    Array(4).fill(MonitorSmartphone),
  );
});

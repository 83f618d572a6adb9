import type { DeviceSigns } from './install.ts';

/** What kind of device this is, as far as it tells. */
export type DeviceModel =
  | 'iphone'
  | 'ipad'
  | 'android'
  | 'windows'
  | 'mac'
  | 'chromebook'
  | 'linux'
  | 'other';

const SIGNS: readonly (readonly [RegExp, DeviceModel])[] = [
  [/iPhone|iPod/, 'iphone'],
  [/iPad/, 'ipad'],
  [/Android/, 'android'],
  [/CrOS/, 'chromebook'],
  [/Windows/, 'windows'],
  [/Macintosh/, 'mac'],
  [/Linux|X11/, 'linux'],
];

/**
 * The model by what the browser says; an iPad calls itself a Mac, but no Mac has a touch screen.
 */
export const deviceModel = ({ userAgent, touchPoints }: DeviceSigns): DeviceModel => {
  const model = SIGNS.find(([sign]) => sign.test(userAgent))?.[1] ?? 'other';
  return model === 'mac' && touchPoints > 1 ? 'ipad' : model;
};

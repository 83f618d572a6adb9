import { isPhoneOrPadOfApple, type DeviceSigns } from '#platform/browser/install.ts';

/**
 * How a file gets from another app into this one: by sharing, by opening it with this app, or saved
 * as a file first.
 */
export type ShareWay = 'share' | 'open-with' | 'files';

/**
 * What the device can do once the app is installed: Android shares, a computer opens files with an
 * app. An iPhone or iPad hands a web app nothing, whatever the browser. Undefined where there is no
 * way but choosing a file.
 */
export const shareWay = (signs: DeviceSigns, installsApps: boolean): ShareWay | undefined => {
  if (isPhoneOrPadOfApple(signs)) return 'files';
  if (!installsApps) return undefined;
  return signs.userAgent.includes('Android') ? 'share' : 'open-with';
};

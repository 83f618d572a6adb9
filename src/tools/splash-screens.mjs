/**
 * @typedef {{ width: number, height: number, ratio: number, turns?: boolean }} Screen upright, in
 * CSS pixels
 */

/**
 * The screens of the iPhones and iPads that run iOS 16.4 or later, the first that Volym can remind
 * on. An iPad is also held across; an app on an iPhone starts upright.
 * @type {readonly Screen[]}
 */
const SCREENS = [
  // iPhone: SE; 8 Plus; X, XS, 11 Pro, 12 and 13 mini; XR, 11; XS Max, 11 Pro Max; 12 to 14, 16e;
  // 12 and 13 Pro Max, 14 Plus
  { width: 375, height: 667, ratio: 2 },
  { width: 414, height: 736, ratio: 3 },
  { width: 375, height: 812, ratio: 3 },
  { width: 414, height: 896, ratio: 2 },
  { width: 414, height: 896, ratio: 3 },
  { width: 390, height: 844, ratio: 3 },
  { width: 428, height: 926, ratio: 3 },
  // iPhone: 14 Pro, 15, 16; 14 Pro Max, 15 and 16 Plus; 16 Pro, 17; 16 and 17 Pro Max; Air
  { width: 393, height: 852, ratio: 3 },
  { width: 430, height: 932, ratio: 3 },
  { width: 402, height: 874, ratio: 3 },
  { width: 440, height: 956, ratio: 3 },
  { width: 420, height: 912, ratio: 3 },
  // iPad: mini; 9.7 inch; 10.2; Air 10.5; Air 10.9 and 11; Pro 11; Pro 12.9 and Air 13; Pro 13
  { width: 744, height: 1133, ratio: 2, turns: true },
  { width: 768, height: 1024, ratio: 2, turns: true },
  { width: 810, height: 1080, ratio: 2, turns: true },
  { width: 834, height: 1112, ratio: 2, turns: true },
  { width: 820, height: 1180, ratio: 2, turns: true },
  { width: 834, height: 1194, ratio: 2, turns: true },
  { width: 834, height: 1210, ratio: 2, turns: true },
  { width: 1024, height: 1366, ratio: 2, turns: true },
  { width: 1032, height: 1376, ratio: 2, turns: true },
];

/** @typedef {'light' | 'dark'} Theme */

/**
 * @typedef {{ file: string, media: string, theme: Theme, ratio: number, width: number, height: number }} Splash
 * its size in pixels of the device
 */

/**
 * @param {Screen} screen
 * @param {'portrait' | 'landscape'} orientation
 * @param {Theme} theme
 * @returns {Splash}
 */
const splashOf = ({ width, height, ratio }, orientation, theme) => {
  const pixels = [width * ratio, height * ratio];
  const [across = 0, down = 0] = orientation === 'portrait' ? pixels : pixels.reverse();
  // A device keeps its width and height when it is turned.
  const media = [
    `(device-width:${width}px) and (device-height:${height}px) and (-webkit-device-pixel-ratio:${ratio})`,
    `(orientation:${orientation}) and (prefers-color-scheme:${theme})`,
  ];
  const file = `splash/${across}x${down}-${theme}.png`;
  return { file, media: media.join(' and '), theme, ratio, width: across, height: down };
};

/**
 * What iOS shows between the tap on the app's icon and its first paint: one picture for each
 * screen, way and theme.
 */
export const SPLASHES = SCREENS.flatMap((screen) =>
  /** @type {const} */ (['portrait', 'landscape'])
    .filter((orientation) => orientation === 'portrait' || screen.turns)
    .flatMap((way) =>
      /** @type {const} */ (['light', 'dark']).map((theme) => splashOf(screen, way, theme)),
    ),
);

/**
 * The links by which iOS finds them in the start page.
 * @param {string} base prefix of all addresses
 */
export const splashLinks = (base) =>
  SPLASHES.map(
    ({ file, media }) =>
      `<link rel="apple-touch-startup-image" media="${media}" href="${base}/${file}">`,
  ).join('\n    ');

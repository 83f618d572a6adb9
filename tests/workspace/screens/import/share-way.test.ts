import { expect, test } from 'vitest';
import { shareWay } from '#workspace/screens/import/share-way.ts';

const webkit = 'AppleWebKit/605.1.15 (KHTML, like Gecko)';
const iphone = `Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) ${webkit}`;
const windows = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64)';
const mac = `Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) ${webkit}`;
const chrome = 'AppleWebKit/537.36 (KHTML, like Gecko) Chrome/137.0.0.0';

test.each([
  [
    'Chrome on Android',
    `Mozilla/5.0 (Linux; Android 10; K) ${chrome} Mobile Safari/537.36`,
    5,
    true,
    'share',
  ],
  [
    'Firefox on Android',
    'Mozilla/5.0 (Android 15; Mobile; rv:139.0) Gecko/139.0 Firefox/139.0',
    5,
    false,
    undefined,
  ],
  ['Edge on Windows', `${windows} ${chrome} Safari/537.36 Edg/137`, 0, true, 'open-with'],
  [
    'Chrome on a Mac',
    `Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) ${chrome} Safari/537.36`,
    0,
    true,
    'open-with',
  ],
  ['Safari on a Mac', `${mac} Version/18.5 Safari/605.1.15`, 0, false, undefined],
  ['Safari on iPhone', `${iphone} Version/18.5 Mobile/15E148 Safari/604.1`, 5, false, 'files'],
  ['Safari on iPad', `${mac} Version/18.5 Safari/605.1.15`, 5, false, 'files'],
  ['Chrome on iPhone', `${iphone} CriOS/137.0 Mobile/15E148 Safari/604.1`, 5, false, 'files'],
] as const)(
  'X7: the hint on sharing is what the device can do: %s',
  (_, userAgent, touchPoints, installs, way) => {
    expect(shareWay({ userAgent, touchPoints }, installs)).toBe(way);
  },
);

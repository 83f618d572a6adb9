import { expect, test } from 'vitest';
import { adamIdOfAddress, readAdamId } from '#programmes/apple-licences/rules/app/adam-id.ts';

test.each([
  ['https://apps.apple.com/se/app/testapp/id900000000001', '900000000001'],
  ['https://apps.apple.com/se/app/testapp/id900000000001?mt=8&uo=4', '900000000001'],
  ['https://itunes.apple.com/us/book/id361309726/', '361309726'],
  ['http://itunes.apple.com/WebObjects/MZStore.woa/wa/viewSoftware?id=361309726&mt=8', '361309726'],
  ['https://apps.apple.com/id361309726#more', '361309726'],
  [' HTTPS://APPS.APPLE.COM/SE/APP/ID361309726 ', '361309726'],
])('B9: the address %s contains %s', (address, adamId) => {
  expect(adamIdOfAddress(address)).toBe(adamId);
  expect(readAdamId(address)).toBe(adamId);
});

test.each([
  '',
  'https://apps.apple.com/se/app/testapp',
  'https://apps.apple.com/se/app/id3-player/idx',
  'https://play.google.com/store/apps/details?id=361309726',
  'https://apple.com.example/app/id361309726',
  'https://example/?https://apps.apple.com/app/id361309726',
  'https://apps.apple.com/se/developer/testbolaget/id12',
  'https://apps.apple.com/app/id0361309726',
  'https://apps.apple.com/app/id361309726x',
])('B9: the address "%s" contains no Adam ID', (address) => {
  expect(adamIdOfAddress(address)).toBeUndefined();
});

test.each([
  ['361309726', '361309726'],
  [' id361309726 ', '361309726'],
  ['900000000001', '900000000001'],
])('B9: "%s" is the Adam ID %s', (written, adamId) => {
  expect(readAdamId(written)).toBe(adamId);
});

test.each(['', '12', '9.00000000001E+11', '361 309 726', '-361309726', '036130972', 'Pages'])(
  'B9: "%s" is no Adam ID',
  (written) => {
    expect(readAdamId(written)).toBeUndefined();
  },
);

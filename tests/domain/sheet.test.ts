import { expect, test } from 'vitest';
import { neutralCell } from '#domain/sheet.ts';

test.each(['=1+1', '+1', '-2+3', '@SUM(1,1)', '\t=1', '\r=1', '\n=1', "=cmd|' /C calc'!A0"])(
  'A5: %j leaves as text',
  (text) => {
    expect(neutralCell(text)).toBe(`'${text}`);
  },
);

test.each(['', 'FAKE0000ABCD', '-3', '-216.48', '-216,48', '2026-12-31', '25000.00', "'=1", ' =1', 'a=b'])(
  'A5: %j leaves as it is',
  (text) => {
    expect(neutralCell(text)).toBe(text);
  },
);

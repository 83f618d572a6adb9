import { describe, expect, test } from 'vitest';
import { addressOf } from '#workspace/screens/record-address.ts';
import { ownAddress } from '../../src/service-worker/own-address.ts';

const HERE = 'https://volym.example/app/service-worker.js';
const START = 'https://volym.example/app/';
const led = (address: unknown): string => ownAddress(address, '/app', HERE);

describe('X9: where a tap on a notification leads', () => {
  test('X9: to the screen of what it is about', () => {
    expect(led('/app/credit/order-1')).toBe(`${START}credit/order-1`);
    expect(led('/app/deadlines?record=r1')).toBe(`${START}deadlines?record=r1`);
  });

  test.each([
    '//evil.example/app/',
    'https://evil.example/app/credit/order-1',
    'http://volym.example/app/',
    'javascript:alert(1)',
    'data:text/html,x',
    'blob:https://volym.example/app/1',
    '/app/../other/',
    '/app/credit/../../other',
    '/app\\..\\..\\other',
    '\\\\evil.example\\app\\',
    '/application',
    'https://',
    42,
    null,
    { href: 'https://evil.example' },
  ])('X9: %j leads to the start of the app', (address) => {
    expect(led(address)).toBe(START);
  });

  test.each([
    '//evil.example',
    '../../../..',
    'javascript:alert(1)',
    '\\\\evil.example',
    '?record=x#y',
    '\ud800\u202e',
  ])('X9: a record called %j leads out of it by no kind of screen', (id) => {
    for (const kind of [
      'credit-order',
      'content-token',
      'volume-app',
      'vip-customer',
      'assigned-licence',
      'person',
    ])
      for (const trashedOn of ['', '2026-11-20'])
        expect(new URL(led(`/app${addressOf({ id, kind, parent: id, trashedOn })}`)).href).toMatch(
          /^https:\/\/volym\.example\/app\//,
        );
  });
});

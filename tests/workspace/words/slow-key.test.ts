import { expect, test } from 'vitest';
import { slowKey as english } from '#workspace/words/en/slow-key.ts';
import { slowKey as swedish } from '#workspace/words/sv/slow-key.ts';

test.each([
  [
    1,
    0,
    'Nyckeln görs långsammare, ungefär en minut.',
    'The key is made more slowly, in about a minute.',
  ],
  [
    1,
    2,
    '2 nycklar görs långsammare, ungefär en minut var.',
    '2 keys are made more slowly, in about a minute each.',
  ],
  [
    3,
    0,
    'Nyckeln görs långsammare, ungefär 3 minuter.',
    'The key is made more slowly, in about 3 minutes.',
  ],
  [0, 2, '2 nycklar görs långsammare.', '2 keys are made more slowly.'],
])(
  'X20: %i minutes and %i keys: the wait is given for each of the keys',
  (minutes, keys, sv, en) => {
    expect([swedish.wait(minutes, keys), english.wait(minutes, keys)]).toEqual([sv, en]);
  },
);

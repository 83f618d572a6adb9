import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import firstVisits from '../../../src/tools/first-load/first-visits.json' with { type: 'json' };
import { routesOf } from '../../first-load/budget.ts';

const root = resolve(import.meta.dirname, '../../..');

test('X6: each screen that is noted by its first visit is there, and each part that it asked for', () => {
  expect(routesOf(resolve(root, 'src/routes'))).toEqual(
    expect.arrayContaining(Object.keys(firstVisits)),
  );
  const parts = Object.values(firstVisits).flat();
  expect(parts.filter((file) => !existsSync(resolve(root, file)))).toEqual([]);
});

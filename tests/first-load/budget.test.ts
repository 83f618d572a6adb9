import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { budgetOf, routesOf } from './budget.ts';
import { write } from '../server/small-site.ts';

test('X6: every screen that needs no id is weighed, home against the smaller budget', () => {
  const folder = mkdtempSync(join(tmpdir(), 'volym-routes-'));
  for (const path of ['', 'deadlines/', '(plain)/start/', 'credit/new/', 'credit/[order]/codes/'])
    write(folder, `${path}+page.svelte`, '');
  write(folder, 'credit/OrderRow.svelte', '');
  expect(routesOf(folder)).toEqual(['/', '/start', '/credit/new', '/deadlines']);
  expect(['/', '/deadlines', '/credit/new'].map((route) => budgetOf(route).direction)).toEqual([
    130, 130, 190,
  ]);
});

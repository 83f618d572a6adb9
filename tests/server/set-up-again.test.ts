import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { createApp } from '#server/app.ts';
import { endpointInFolder } from '#server/endpoint.ts';
import { readSite } from '#server/site.ts';
import { closeAll, closeLater, newcomer, WORKSPACE } from './let-in.ts';
import { POLICY, smallSite } from './small-site.ts';

afterEach(closeAll);

test('X9: a set-up link that is made again while devices are in opens the policy to no other server', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'volym-again-'));
  const before = await endpointInFolder(folder);
  const [device, secret] = newcomer();
  before.doors.enterBySetUp(before.doors.setUp ?? '', `w-${WORKSPACE}`, { device, secret });
  await before.close();
  const endpoint = await endpointInFolder(folder, { setUpAgain: true });
  closeLater(endpoint);
  const policy = `${POLICY}; connect-src 'self' https: http://localhost:*`;
  const start = { ...readSite(smallSite()).start, policy };
  const site = () => ({ files: new Map([['index.html', start]]), start, policy });
  const { headers } = await createApp({ site, endpoint }).request('/', { method: 'HEAD' });
  expect(headers.get('content-security-policy')).toContain("connect-src 'self';");
  // The link is there all the same, and the header says so.
  expect([headers.get('volym-endpoint'), endpoint.doors.setUp]).toEqual([
    'set-up',
    expect.any(String),
  ]);
});

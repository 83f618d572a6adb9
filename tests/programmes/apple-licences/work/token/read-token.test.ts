import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readToken } from '#programmes/apple-licences/work/token/read-token.ts';

const fixture = (name: string): File =>
  new File([readFileSync(join(import.meta.dirname, '../../../../fixtures/vpptokens', name))], name);

test('B1: the same token is known by its fingerprint under another name and with other line ends', async () => {
  const plain = 'sToken_for_t01-valid-200.vpptoken';
  const mailed = new File(
    [(await fixture(plain).text()).trim().replace(/(.{64})/g, '$1\r\n')],
    'mejl.txt',
  );
  const read = await Promise.all(
    [fixture(plain), fixture('t11-same-as-t01 (1).vpptoken'), mailed].map(readToken),
  );
  const fingerprints = new Set(
    read.map((result) => (result.ok ? result.value.fingerprint : result.problem.code)),
  );
  expect([...fingerprints]).toEqual([expect.stringMatching(/^[0-9a-f]{64}$/)]);
  const other = await readToken(fixture('t02-valid-20.vpptoken'));
  expect(other.ok && !fingerprints.has(other.value.fingerprint)).toBe(true);
});

test('B2: the token within is known by its own hash, whatever the date and white space around it', async () => {
  const told = {
    token: 'RkFLRS1OT1QtQS1SRUFM',
    expDate: '2027-06-08T09:26:53+0000',
    orgName: 'Nordby kommun',
  };
  const fileOf = (content: object, space?: number): File =>
    new File([btoa(JSON.stringify(content, null, space))], 'token.vpptoken');
  const dresses = [
    fileOf(told),
    fileOf(told, 2),
    fileOf({ ...told, expDate: '2028-06-08T09:26:53Z' }),
  ];
  const read = await Promise.all(dresses.map(readToken));
  const [texts, inner] = [new Set<string>(), new Set<string>()];
  for (const answer of read) {
    if (!answer.ok) throw new Error(answer.problem.code);
    texts.add(answer.value.fingerprint);
    inner.add(answer.value.innerFingerprint);
  }
  expect(texts.size).toBe(3);
  expect([...inner]).toEqual([expect.stringMatching(/^[0-9a-f]{64}$/)]);
  const other = await readToken(fileOf({ ...told, token: 'RkFLRS1BTk9USEVS' }));
  expect(other.ok && !inner.has(other.value.innerFingerprint)).toBe(true);
});

test('B1: a file that is far too large is refused unread', async () => {
  const large = new File([new Uint8Array(70_000)], 'film.mov');
  large.arrayBuffer = () => Promise.reject(new Error('it was read'));
  expect(await readToken(large)).toMatchObject({ ok: false, problem: { code: 'token-too-large' } });
});

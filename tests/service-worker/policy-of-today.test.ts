import { expect, test } from 'vitest';
import { withPolicyOf } from '../../src/service-worker/policy-of-today.ts';

const page = (policy: string | undefined, status = 200): Response =>
  new Response('page', {
    status,
    headers: policy === undefined ? {} : { 'content-security-policy': policy },
  });

const WIDE = "script-src 'self' 'sha256-a'; connect-src 'self' https:; img-src 'self'";
const OWN = WIDE.replace("'self' https:", "'self'");

test('X9: the start page is kept with the places that its server lets it ask today', async () => {
  const kept = page(WIDE);
  kept.headers.set('content-type', 'text/html');
  const newer = withPolicyOf(page(OWN), kept);
  expect(newer?.headers.get('content-security-policy')).toBe(OWN);
  expect(newer?.headers.get('content-type')).toBe('text/html');
  expect(await newer?.text()).toBe('page');
  expect(withPolicyOf(page(WIDE), page(OWN))?.headers.get('content-security-policy')).toBe(WIDE);
});

test.each<[string, Response, Response]>([
  ['says the same', page(WIDE), page(WIDE)],
  ['has another script, of another version', page(OWN.replace('sha256-a', 'sha256-b')), page(WIDE)],
  ['is plain files without a policy', page(undefined), page(WIDE)],
  ['has none before either', page(undefined), page(undefined)],
  ['is a page of a guest network', page("connect-src 'none'"), page(WIDE)],
  ['answers with an error', page(OWN, 503), page(WIDE)],
])('X9: it stays as it is where the server %s', (_, today, kept) => {
  expect(withPolicyOf(today, kept)).toBeUndefined();
});

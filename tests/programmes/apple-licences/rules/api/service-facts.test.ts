import { describe, expect, test } from 'vitest';
import {
  invitationLink,
  readServiceFacts,
} from '#programmes/apple-licences/rules/api/service-facts.ts';
import { exchange } from './fixtures.ts';

const body = exchange('service-config.json').response.body as Readonly<Record<string, unknown>>;

describe('what the service says of itself', () => {
  test('B12: an invitation is an address with the code in its place', () => {
    const facts = readServiceFacts(body);
    expect([facts.limits.maxUsers, facts.assumed]).toEqual([100, []]);
    const link = invitationLink(facts, 'a&b$&');
    expect(link).toContain('inviteCode=a%26b%24%26&mt=8');
    expect(new URL(link ?? '').searchParams.get('inviteCode')).toBe('a&b$&');
  });

  test.each([
    [{}, 'code'],
    [{ urls: [] }, 'code'],
    [{ urls: { invitationEmail: 'http://buy.example/%25inviteCode%25' } }, 'code'],
    [{ urls: { invitationEmail: 'javascript:alert(1)%25inviteCode%25' } }, 'code'],
    [{ urls: { invitationEmail: 'https://buy.example/' } }, 'code'],
    [body, ''],
  ])('B12: of %j with the code "%s" there is none', (given, code) => {
    expect(invitationLink(readServiceFacts(given), code)).toBeUndefined();
  });

  test('B7: what it does not say is assumed, and said to be', () => {
    expect(readServiceFacts({}).assumed).toContain('maxAssets');
  });
});

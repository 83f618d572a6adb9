import { describe, expect, test } from 'vitest';
import type {
  ContentToken,
  ContentTokenData,
} from '#programmes/apple-licences/rules/token/content-token.ts';
import {
  hostBesideApple,
  invitationOf,
  invitationTemplateFor,
  readInvite,
} from '#programmes/apple-licences/rules/user/invitation-link.ts';
import {
  sayTerms,
  type TermsStepKind,
} from '#programmes/apple-licences/rules/user/user-commands.ts';
import {
  inviteSealedAt,
  keepInvite,
  openInvite,
  revealInvite,
} from '#programmes/apple-licences/rules/user/user-invitation.ts';
import { termsOf } from '#programmes/apple-licences/rules/user/user-terms.ts';
import { volumeUser, type VolumeUser } from '#programmes/apple-licences/rules/user/volume-user.ts';
import { userWith } from '#tests/factories/apps.ts';
import { recordOf, valueOf } from '#tests/factories/credit.ts';
import { doingOn } from '#tests/factories/doing.ts';
import { examples } from '#tests/factories/examples.ts';

const FIRST = 'apple-licences.accounts-2016';
const LATER = 'apple-licences.accounts-2025';
const TODAY = '2026-11-20';
const doing = doingOn(TODAY);
const SEALED = { key: 'k1', iv: 'AAAA', text: 'DDDD' };
const TEMPLATE = 'https://buy.itunes.apple.com/assoc?cc=se&inviteCode=%25inviteCode%25&mt=8';
const CODE = '00000000000000000000000000001008';
const LINK = `https://buy.itunes.apple.com/assoc?cc=se&inviteCode=${CODE}&mt=8`;

describe('B12: what is pasted', () => {
  test.each<[string, string, string]>([
    ['a link', ` ${LINK}\n`, LINK],
    ['a link in a letter', `Hej!\nÖppna ${LINK}.\nHälsningar`, LINK],
    ['Apple’s link after another', `https://www.skola.example/hjalp ${LINK}`, LINK],
    ['a link between brackets', `<${LINK}>`, LINK],
    ['a link with something unseen after it', `${LINK}.\u200b`, LINK],
    [
      'a link of another system',
      'https://mdm.skola.example/i/4f1c',
      'https://mdm.skola.example/i/4f1c',
    ],
    ['a code', CODE, CODE],
    ['a code in groups', 'f551b37d-a071-4662', 'f551b37d-a071-4662'],
  ])('B12: %s is read', (_, written, read) => {
    expect(readInvite(written)).toEqual({ ok: true, value: read });
  });

  test.each<[string, string]>([
    ['  ', 'invite-needed'],
    ['hej', 'invite-not-read'],
    ['Här kommer inbjudan', 'invite-not-read'],
    ['elis@skola.example', 'invite-not-read'],
    [TEMPLATE, 'invite-is-template'],
    [TEMPLATE.replaceAll('%25', '%'), 'invite-is-template'],
    [LINK.replace('https', 'http'), 'invite-not-safe'],
    ['https://buy.itunes.apple.com/', 'invite-not-read'],
    ['https://apple.com@elak.example/i/4f1c', 'invite-not-read'],
    [`https://a.example/${'x'.repeat(2_000)}`, 'invite-not-read'],
    ['javascript:alert(1)', 'invite-not-read'],
    // Browsers read a backslash as a slash.
    ['https://elak.example\\.apple.com/i/4f1c', 'invite-not-read'],
    ['https://mdm.skola.example/i/\u202e4f1c', 'invite-not-read'],
    ['https://mdm.skola.example/i/4f1c\ud800x', 'invite-not-read'],
    ['https://mdm.skola.example/i/4f1c\u0000x', 'invite-not-read'],
    ['-'.repeat(20), 'invite-not-read'],
  ])('B12: %j is refused', (written, code) => {
    expect(readInvite(written)).toMatchObject({ ok: false, problem: { code, field: 'invite' } });
  });
});

describe('B12: the invitation', () => {
  test.each([
    ['a link as it is', LINK, '', { link: LINK }],
    [
      'a link goes before the template',
      'https://mdm.skola.example/i/4',
      TEMPLATE,
      { link: 'https://mdm.skola.example/i/4' },
    ],
    ['a code in the template', CODE, TEMPLATE, { link: LINK }],
    ['a code that nobody has a template for', CODE, '', { code: CODE }],
    ['a code of Apple’s in another form', 'aB+/c=_x.~', '', { code: 'aB+/c=_x.~' }],
    // A member may have written the template on the token.
    [
      'a template that hides where it leads',
      CODE,
      TEMPLATE.replace('.com/', '.com:x@elak.example/'),
      { code: CODE },
    ],
    ['a template that turns around', CODE, `${TEMPLATE}\u202e`, { code: CODE }],
    ['a template of 40,000 characters', CODE, `${TEMPLATE}${'x'.repeat(40_000)}`, { code: CODE }],
  ])('B12: %s', (_, invite, template, shown) => {
    expect(invitationOf(invite, template)).toEqual(shown);
  });

  test.each([
    ['a link with a name before its host', 'https://buy.itunes.apple.com:x@elak.example/i/4f1c'],
    ['a link without a host', 'https:elak.example'],
    ['a link with a backslash in its host', 'https://elak.example\\.apple.com/i/4f1c'],
    ['a link that turns around', 'https://mdm.skola.example/i/\u202e4f1c'],
    ['a link with more than a QR code holds', `https://a.example/${'学'.repeat(1_000)}`],
    ['a link of 40,000 characters', `https://a.example/${'x'.repeat(40_000)}`],
    ['a script', 'javascript:alert(1)'],
    ['two lines', `${CODE}\nhttps://elak.example/i/4f1c`],
    ['40,000 characters', 'x'.repeat(40_000)],
    ['nothing', ''],
  ])('X9: %s in place of an invitation does not count', (_, junk) => {
    expect(invitationOf(junk, TEMPLATE)).toBeUndefined();
  });

  test.each([
    [LINK, ''],
    ['https://apple.com/x', ''],
    ['https://APPLE.com:443/x', ''],
    ['https://apple.com.elak.example/x', 'apple.com.elak.example'],
    ['https://pineapple.com/x', 'pineapple.com'],
  ])('B12: %s leads beside Apple to "%s"', (link, host) => {
    expect(hostBesideApple(link)).toBe(host);
  });
});

const token = (
  id: string,
  given: Partial<ContentTokenData> & { readonly invitation?: unknown },
  trashedOn = '',
): ContentToken => {
  const { data } = examples['content-token'] as unknown as { readonly data: ContentTokenData };
  return {
    ...recordOf({ ...examples['content-token'], id } as never),
    data: { ...data, location: '', locationId: '', invitation: TEMPLATE, ...given },
    trashedOn,
  } as ContentToken;
};

describe('B12: the template of a user’s location', () => {
  const other = TEMPLATE.replace('cc=se', 'cc=no');
  const north = { location: 'Nord', locationId: 'n-1' };
  type Given = Parameters<typeof token>;
  test.each<[string, { location: string; locationId: string }, Given[], string]>([
    [
      'by its id',
      north,
      [
        ['a', { locationId: 'n-2', invitation: other }],
        ['b', { locationId: 'n-1' }],
      ],
      TEMPLATE,
    ],
    [
      'its id goes before its name',
      north,
      [
        ['a', { location: 'Nord', invitation: other }],
        ['b', { locationId: 'n-1' }],
      ],
      TEMPLATE,
    ],
    [
      'by its name',
      { ...north, locationId: '' },
      [
        ['a', { location: 'Syd', invitation: other }],
        ['b', { location: 'nord' }],
      ],
      TEMPLATE,
    ],
    ['not by the name of another id', north, [['a', { location: 'Nord', locationId: 'n-2' }]], ''],
    ['not of a token in the trash', north, [['a', { locationId: 'n-1' }, TODAY]], ''],
    [
      'of the only token',
      { location: '', locationId: '' },
      [['a', { location: 'Nord' }]],
      TEMPLATE,
    ],
    [
      'of none of two',
      { location: '', locationId: '' },
      [
        ['a', { location: 'Nord' }],
        ['b', { location: 'Syd' }],
      ],
      '',
    ],
    ['not of another location', north, [['a', { location: 'Syd' }]], ''],
    [
      'a token that was never synced',
      north,
      [['a', { locationId: 'n-1', invitation: undefined }]],
      '',
    ],
    [
      'no address',
      north,
      [['a', { locationId: 'n-1', invitation: 'http://a.example/%25inviteCode%25' }]],
      '',
    ],
    [
      'the one of two that has it',
      north,
      [
        ['a', { locationId: 'n-1', invitation: '' }],
        ['b', { locationId: 'n-1' }],
      ],
      TEMPLATE,
    ],
  ])('B12: %s', (_, place, tokens, found) => {
    const user = userWith(place);
    expect(
      invitationTemplateFor(
        user,
        tokens.map((given) => token(...given)),
      ),
    ).toBe(found);
  });
});

describe('B12: an invitation that is kept', () => {
  const saidAs = (status: 'registered' | 'associated' | 'retired') => ({
    status,
    source: 'Apple',
    asOf: '',
    at: 1,
  });
  const say = (user: VolumeUser, kind: TermsStepKind, on = TODAY): VolumeUser =>
    recordOf(valueOf(sayTerms(user, { kind, on, edition: FIRST }, doing)));

  test('X9: it is kept where no history, search or question shows it', () => {
    expect(volumeUser.secretFields).toContain(inviteSealedAt('user-1').field);
  });

  test.each<[string, VolumeUser, string, string | undefined]>([
    ['invited', userWith({ said: saidAs('registered') }), FIRST, undefined],
    ['not invited', userWith(), FIRST, undefined],
    ['accepted', userWith({ said: saidAs('associated') }), FIRST, 'is-accepted'],
    ['retired', userWith({ said: saidAs('retired') }), FIRST, 'is-retired'],
    ['of another system', userWith({ isForeign: true }), FIRST, 'foreign-user'],
    ['of another system, in the later edition', userWith({ isForeign: true }), LATER, undefined],
  ])('B12: of a user who is %s', (_, user, edition, code) => {
    const kept = keepInvite(user, SEALED, edition);
    expect(kept.ok ? undefined : kept.problem.code).toBe(code);
    if (kept.ok) expect(kept.value).toEqual({ ...user, data: { ...user.data, invite: SEALED } });
  });

  test.each<[TermsStepKind, boolean]>([
    ['reminded', true],
    ['accepted', false],
    ['retired', false],
  ])('B12: %s keeps it: %s', (kind, isKept) => {
    const invited = say(userWith({ invite: SEALED, name: 'Elis' }), 'invited');
    expect(invited.data.invite).toEqual(SEALED);
    const { data } = say(invited, kind);
    expect(data).toEqual({
      ...userWith({ name: 'Elis' }).data,
      ...(isKept ? { invite: SEALED } : {}),
    });
    expect('invite' in data).toBe(isKept);
  });

  test('B12: what a source says ends it too, though it is still stored', () => {
    expect(openInvite(userWith({ invite: SEALED, said: saidAs('registered') }), FIRST)).toEqual(
      SEALED,
    );
    expect(
      openInvite(userWith({ invite: SEALED, said: saidAs('associated') }), FIRST),
    ).toBeUndefined();
    expect(
      openInvite(userWith({ invite: SEALED, said: saidAs('retired') }), FIRST),
    ).toBeUndefined();
  });

  test('B12: of a user of another system it is neither shown nor logged in the edition of 2016, and is in the later one', () => {
    const foreign = userWith({ invite: SEALED, isForeign: true });
    expect([openInvite(foreign, FIRST), openInvite(foreign, LATER)]).toEqual([undefined, SEALED]);
    expect(revealInvite(foreign, FIRST, doing)).toMatchObject({
      ok: false,
      problem: { code: 'no-invite' },
    });
    expect(revealInvite(foreign, LATER, doing)).toMatchObject({ ok: true });
  });

  test('X9: a look is logged with who and when, and hinders nothing', () => {
    const invited = say(userWith({ invite: SEALED }), 'invited', '2026-11-03');
    const looked: VolumeUser = recordOf(valueOf(revealInvite(invited, FIRST, doing)));
    expect(looked.steps.at(-1)).toMatchObject({ kind: 'revealed', on: TODAY, by: doing.by });
    expect(termsOf(looked)).toBe('invited');
    // Accepted two days before somebody looked.
    expect(termsOf(say(looked, 'accepted', '2026-11-18'))).toBe('accepted');
  });

  test('B12: without one, or once it is accepted, there is nothing to show', () => {
    for (const user of [userWith(), userWith({ invite: SEALED, said: saidAs('associated') })])
      expect(revealInvite(user, FIRST, doing)).toMatchObject({
        ok: false,
        problem: { code: 'no-invite' },
      });
  });
});

import { describe, expect, test } from 'vitest';
import { invitationLink, readLink, readLinkOrCode } from '#data/sync/server/link.ts';

const [invitation, opens] = ['i'.repeat(43), 'o'.repeat(43)];
const server = 'https://volym.nordby.example';
const join = `${server}/join`;

const linkFor = (workspace: string, person: string): string =>
  invitationLink({ join, invitation, opens, workspace, person });

test('X8: where the server is known, the code that it printed is enough, with or without the text around it', () => {
  const setUp = { kind: 'set-up', secret: opens };
  for (const typed of [opens, ` ${opens} `, `set-up.${opens}`, `#set-up.${opens}`])
    expect(readLinkOrCode(typed)).toEqual(setUp);
  expect(readLinkOrCode(`${join}#set-up.${opens}`)).toEqual({ ...setUp, server });
  for (const typed of ['', opens.slice(1), `${opens}=`, 'lykta granit'])
    expect(readLinkOrCode(typed)).toBeUndefined();
  expect(readLink(opens)).toBeUndefined();
});

describe('X8: the link that invites', () => {
  test.each([
    ['Nordby IT', 'Sara Lindholm'],
    ['Åre & Öster #1 / 50 %', "Ζωή O'Brien 学校"],
    ['', ''],
  ])('X8: says who invites and to what: %s, %s', (workspace, person) => {
    const link = linkFor(workspace, person);
    expect(new URL(link).hash.slice(1)).toMatch(/^[\w.-]+$/);
    expect(readLink(link)).toEqual({
      server,
      kind: 'invited',
      invitation,
      opens,
      names: { workspace, person },
    });
  });

  test.each(['member', 'reader'] as const)(
    'X18: says what the one who comes may do: %s',
    (role) => {
      const names = { workspace: 'Nordby IT', person: 'Sara' };
      const link = invitationLink({ ...names, join, invitation, opens, role });
      expect(readLink(link)).toEqual({ server, kind: 'invited', invitation, opens, names, role });
      // What it does not know it does not say.
      expect(
        readLink(invitationLink({ ...names, join, invitation, opens, role: 'owner' as never })),
      ).toEqual({
        server,
        kind: 'invited',
        invitation,
        opens,
        names,
      });
    },
  );

  test('X8: a long name is cut, so that a phone can read the QR code off another', () => {
    const read = readLink(linkFor('Kommunalförbundet '.repeat(20), '👩🏽‍🏫'.repeat(200)));
    if (read?.kind !== 'invited') throw new Error('an invitation is expected');
    for (const name of Object.values(read.names)) {
      expect([...name]).toHaveLength(40);
      expect(name).toMatch(/…$/u);
    }
    expect(linkFor('👩'.repeat(99), '👩'.repeat(99)).length).toBeLessThan(600);
  });

  test('X9: no name leads the link elsewhere, makes it too long for a QR code or says more than a name', () => {
    const names = [
      '\u202ehttps://evil.example/join#',
      'a\nb\nmember',
      '\u0000\ud800',
      'x'.repeat(40_000),
    ];
    for (const name of names) {
      const link = linkFor(name, name);
      expect(link.length).toBeLessThan(600);
      expect([new URL(link).origin, new URL(link).pathname]).toEqual([server, '/join']);
      expect(readLink(link)).toMatchObject({ server, invitation, opens });
      expect(readLink(link)).not.toHaveProperty('role');
    }
  });

  test.each([
    ['without names', ''],
    ['with an empty part', '.'],
    ['with bytes that are no text', '._____w'],
    ['with a part that is no base64', '.a'],
  ])('X8: a link %s lets in all the same', (_, rest) => {
    expect(readLink(`${join}#invited.${invitation}.${opens}${rest}`)).toEqual({
      server,
      kind: 'invited',
      invitation,
      opens,
      names: { workspace: '', person: '' },
    });
  });

  test.each([
    `${join}#invited.${invitation}`,
    `${join}#invited.${invitation}.${opens}.${'n'.repeat(601)}`,
    `${join}#invited.${invitation}.${opens}.<b>`,
    `${join}#set-up.short`,
    join,
    '',
  ])('X8: %s is no link', (text) => {
    expect(readLink(text)).toBeUndefined();
  });

  test.each([
    ['https://volym.nordby.example/join', 'https://volym.nordby.example'],
    ['https://nordby.example:8443/it/volym/join/', 'https://nordby.example:8443/it/volym'],
    ['http://localhost:3000/join', 'http://localhost:3000'],
    ['http://127.0.0.1:3000/join', 'http://127.0.0.1:3000'],
    // Nothing is sent anywhere over a line that others read.
    ['http://volym.nordby.example/join', undefined],
    ['ftp://volym.nordby.example/join', undefined],
    ['https://volym.nordby.example/start', undefined],
    ['volym.nordby.example/join', undefined],
    ['', undefined],
  ])('X8: a link to %s leads to the server %s', (address, found) => {
    expect(readLink(` ${address}#set-up.${'s'.repeat(43)} `)?.server).toBe(found);
  });
});

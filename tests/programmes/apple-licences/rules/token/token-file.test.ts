import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import {
  MOST_TOKEN_BYTES,
  readTokenFile,
} from '#programmes/apple-licences/rules/token/token-file.ts';
import { daysLeft, tokenState } from '#programmes/apple-licences/rules/token/token-life.ts';

const FOLDER = join(import.meta.dirname, '../../../../fixtures/vpptokens');

type Expected = {
  readonly file: string;
  readonly outcome: 'accept' | 'accept-with-notes' | 'refuse' | 'duplicate';
  readonly state: string;
  readonly expDate?: string;
  readonly orgName?: string;
  readonly daysLeft?: number;
  readonly missing?: readonly string[];
  readonly duplicateOf?: string;
};

const { referenceToday, files } = JSON.parse(
  readFileSync(join(FOLDER, 'expected.json'), 'utf8'),
) as {
  referenceToday: string;
  files: readonly Expected[];
};

const read = (file: string) => readTokenFile(readFileSync(join(FOLDER, file)));
const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
const tokenOf = (content: unknown): string =>
  Buffer.from(JSON.stringify(content), 'utf8').toString('base64');
const GOOD = { token: 'FAKE', expDate: '2027-06-08T09:26:53+0000', orgName: 'Björkdalens kommun' };
const codeOf = (text: string): string | undefined => {
  const answer = readTokenFile(bytesOf(text));
  return answer.ok ? undefined : answer.problem.code;
};

describe('B1: every token file ends as expected.json says', () => {
  const taken = files.filter(({ outcome }) => outcome !== 'refuse');
  test.each(taken)(
    'B1: $file',
    ({ file, expDate, orgName, daysLeft: left, state, duplicateOf }) => {
      const answer = read(file);
      if (!answer.ok) throw new Error(answer.problem.code);
      const { expiresAt, organization, lastDay, bearer } = answer.value;
      if (duplicateOf !== undefined) expect(read(duplicateOf)).toEqual(answer);
      else
        expect([expiresAt, organization, daysLeft(lastDay, referenceToday)]).toEqual([
          expDate,
          orgName,
          left,
        ]);
      expect(tokenState({ lastDay, expiresAt }, [], referenceToday)).toBe(state);
      expect(bearer).toMatch(/^[A-Za-z0-9+/]+=*$/);
    },
  );

  const refused = files.filter(({ outcome }) => outcome === 'refuse');
  test.each(refused)('B1: $file is refused, with the reason', ({ file, missing }) => {
    const answer = read(file);
    if (answer.ok) throw new Error('it was taken');
    expect(answer.problem.code).toMatch(/^token-/);
    if (missing !== undefined)
      expect(answer.problem.params).toEqual({ fields: missing.join(', ') });
  });

  test('B1: the refusals say different things', () => {
    const codes = refused.map(
      ({ file }) => (read(file) as { problem: { code: string } }).problem.code,
    );
    expect(codes).toEqual([
      'token-strange-letter',
      'token-field-missing',
      'token-not-json',
      'token-not-object',
    ]);
  });
});

const spaced = (before: string): string =>
  Buffer.from(before + JSON.stringify(GOOD)).toString('base64');

test.each([
  ['', 'token-empty'],
  [' \r\n\t', 'token-empty'],
  ['MIME-Version: 1.0\r\nContent-Type: application/pkcs7-mime', 'token-is-enrolment'],
  ['-----BEGIN CERTIFICATE-----\nMIIB', 'token-is-certificate'],
  ['<!DOCTYPE html><html></html>', 'token-is-page'],
  [JSON.stringify(GOOD), 'token-is-decoded'],
  ['PK\u0003\u0004rest', 'token-is-sheet'],
  [tokenOf(GOOD).replaceAll('+', '-').replace(/.{3}$/, '_-_'), 'token-url-letters'],
  [tokenOf(GOOD).slice(0, -3), 'token-cut-off'],
  [
    Buffer.from(JSON.stringify(GOOD, null, 2))
      .toString('base64')
      .slice(0, -3),
    'token-cut-off',
  ],
  // Apple's own sample begins with a new line (apple.md §1.1).
  [spaced('\n').slice(0, -3), 'token-cut-off'],
  [spaced('\r\n ').slice(0, -3), 'token-cut-off'],
  [spaced('\ufeff').slice(0, -3), 'token-cut-off'],
  [spaced('\n').replace(/.{3}$/, '_-_'), 'token-url-letters'],
  [`${tokenOf(GOOD)}!`, 'token-strange-letter'],
  ['hej', 'token-is-other'],
  ['Hej, här kommer filen!', 'token-is-other'],
  ['min-token_fil', 'token-is-other'],
  ['hejs', 'token-not-json'],
  ['%PDF-1.7', 'token-is-other'],
  [tokenOf(GOOD).slice(3), 'token-is-other'],
  [tokenOf({ ...GOOD, expDate: '2027-02-30T09:26:53+0000' }), 'token-bad-date'],
  [tokenOf({ ...GOOD, expDate: '2027-06-08T09:26:53' }), 'token-bad-date'],
  [tokenOf({ ...GOOD, expDate: 1_700_000_000 }), 'token-field-missing'],
  [tokenOf({ ...GOOD, orgName: ' ' }), 'token-field-missing'],
  [tokenOf({ __proto__: GOOD }), 'token-field-missing'],
  [tokenOf(null), 'token-not-object'],
  ['/////w==', 'token-not-json'],
])('B1: a wrong file gets its own reason: %j is %s', (text, code) => {
  expect(codeOf(text)).toBe(code);
});

test('B1: a certificate in its bytes, and a file that is far too large, are distinguished', () => {
  expect(readTokenFile(new Uint8Array([0x30, 0x82, 0x01, 0x0a]))).toMatchObject({
    problem: { code: 'token-is-certificate' },
  });
  expect(readTokenFile(new Uint8Array(MOST_TOKEN_BYTES + 1))).toMatchObject({
    problem: { code: 'token-too-large' },
  });
});

test('B1: a file saved as UTF-16 by a text editor is read', () => {
  const text = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(tokenOf(GOOD), 'utf16le')]);
  expect(readTokenFile(text)).toMatchObject({
    ok: true,
    value: { organization: 'Björkdalens kommun' },
  });
});

test('B1: however it is wrapped and padded, the same token is read', () => {
  const plain = tokenOf(GOOD);
  const whole = readTokenFile(bytesOf(plain));
  const space = fc.constantFrom('', ' ', '\n', '\r\n', '\t');
  fc.assert(
    fc.property(
      fc.array(space, { minLength: plain.length + 1, maxLength: plain.length + 1 }),
      (spaces) => {
        const wrapped =
          [...plain].map((letter, at) => `${spaces[at] ?? ''}${letter}`).join('') +
          (spaces.at(-1) ?? '');
        expect(readTokenFile(bytesOf(wrapped))).toEqual(whole);
      },
    ),
    { numRuns: 50 },
  );
});

test('B1: whatever bytes are picked, they are taken or refused, and nothing throws', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
      const answer = readTokenFile(bytes);
      return answer.ok || answer.problem.code.startsWith('token-');
    }),
  );
});

import { describe, expect, test } from 'vitest';
import {
  codeTextOfLink,
  isOfferLink,
  looksLikeCode,
  readCode,
  seenText,
} from '#programmes/apple-credit/import/read/code-text.ts';

describe('codes', () => {
  const same = [
    'FAKEQKQAGARZ',
    'FAKE-QKQA-GARZ',
    'FAKE QKQA GARZ',
    '  FAKEQKQAGARZ ',
    'fakeqkqagarz',
    'Fake-Qkqa-Garz',
    'FAKE‑QKQA‑GARZ',
    'FAKE – QKQA – GARZ',
    'FAKE\u00a0QKQA\u00a0GARZ',
    '\ufeffFAKEQKQAGARZ\u200b',
    'FAKE\u00adQKQA\u00adGARZ',
    "'FAKEQKQAGARZ",
    '="FAKEQKQAGARZ"',
    'ＦＡＫＥQKQAGARZ',
    '\u202eFAKEQKQAGARZ\u202c',
  ];
  test.each(same)('A5: %j is FAKEQKQAGARZ', (written) => {
    expect(readCode(written)).toEqual({ code: 'FAKEQKQAGARZ' });
  });

  test.each(['FAKE0001', 'X1234567890123456789', '00123456', 'XFAKECREDITD7USEM'])(
    'A5: %s is a code',
    (code) => {
      expect(readCode(code)).toEqual({ code });
    },
  );

  test.each([
    'FAKE0000ABCD.',
    'FAKE0000ABCD,',
    '(FAKE0000ABCD)',
    '“FAKE0000ABCD”.',
    '[FAKE-0000-ABCD]',
  ])('A5: out of its sentence, %s is a code', (written) => {
    expect(readCode(written)).toEqual({ code: 'FAKE0000ABCD' });
  });

  test.each([
    ['FAKE0000ABCD FAKE0001ABCD', 'several-codes'],
    ['FAKE0000ABCD, FAKE0001ABCDEFGH', 'several-codes'],
    ['FAKE0000ABCD/FAKE0001ABCD', 'several-codes'],
    ['FAKE0000ABCD or so', 'not-a-code'],
    ['FAKE0000AB…', 'not-a-code'],
    ['FAKE0000ABCD..', 'not-a-code'],
  ])('A5: %s is no code: %s', (written, problem) => {
    expect(readCode(written)).toEqual({ problem });
  });

  const problems: readonly (readonly [string, string])[] = [
    ...(
      [
        'n/a',
        '–',
        '?',
        'FAKE/0000/ABCD',
        'FÅKE0000ABCD',
        'Not available',
        'Redeemed',
        'AVAILABLE',
      ] as const
    ).map((text) => [text, 'not-a-code'] as const),
    ...(
      ['Contact Apple support', 'see other sheet', 'https://apps.apple.com', 'FAKE--0000'] as const
    ).map((text) => [text, 'not-a-code'] as const),
    ...(['FAKE', 'A', '1234567', 'F-A-K-E'] as const).map(
      (text) => [text, 'code-too-short'] as const,
    ),
    ['FAKE00000000000000001', 'code-too-long'],
    ['FAKE-0000-0000-0000-0000-1', 'code-too-long'],
    ...(
      ['=1+1', '+1+1', '@SUM(1,1)', '-2+3', '=HYPERLINK("x")', "=cmd|' /C calc'!A0"] as const
    ).map((text) => [text, 'formula-instead-of-code'] as const),
  ];
  test.each(problems)('A5: %j is no code: %s', (written, problem) => {
    expect(readCode(written)).toEqual({ problem });
  });

  test('A5: words in a column are not taken for codes', () => {
    const codes = ['FAKEQKQAGARZ', 'FAKE-QKQA-GARZ', 'FAKE QKQA GARZ', 'XFAKECREDITD7USEM'];
    expect(codes.map(looksLikeCode)).toEqual([true, true, true, true]);
    const words = [
      'How to redeem',
      'Open the link on the device.',
      'Mattias',
      '2026-12-31',
      '25000.00',
      'inkop@x.example',
      '',
    ];
    expect(words.filter(looksLikeCode)).toEqual([]);
  });

  test('A5: unseen characters and wrappings of a cell are left out', () => {
    expect(seenText(' a\u00a0 b\u200b\n c ')).toBe('a b c');
    expect(seenText('="00123"')).toBe('00123');
  });
});

describe('redemption links', () => {
  test.each([
    ['https://apps.apple.com/redeem?code=FAKE0000ABCD&ctx=apps', 'FAKE0000ABCD'],
    [
      'https://buy.itunes.apple.com/WebObjects/MZFinance.woa/wa/freeProductCodeWizard?code=FAKE0000ABCD',
      'FAKE0000ABCD',
    ],
    ['https://phobos.apple.com/x?mt=8&code=FAKE0000ABCD', 'FAKE0000ABCD'],
    ['=HYPERLINK("https://apps.apple.com/redeem?code=FAKE0000ABCD","x")', 'FAKE0000ABCD'],
    ['https://evil.example/redeem?code=FAKE0000ABCD', ''],
    ['https://apps.apple.com@evil.example/redeem?code=FAKE0000ABCD', ''],
    ['https://apple.com.evil.example/redeem?code=FAKE0000ABCD', ''],
    ['https://notapple.com/redeem?code=FAKE0000ABCD', ''],
    ['https://apps.apple.com/redeem', ''],
    ['Redeem', ''],
  ])('A5: the code of %s', (link, code) => {
    expect(codeTextOfLink(link)).toBe(code);
  });

  test('A5: a link to an offer code is recognised as one', () => {
    expect(isOfferLink('https://apps.apple.com/redeem?ctx=offercodes&id=9&code=FAKE0000ABCD')).toBe(
      true,
    );
    expect(isOfferLink('https://apps.apple.com/redeem?code=FAKE0000ABCD&ctx=apps')).toBe(false);
  });
});

import { expect, test } from 'vitest';
import { readLink } from '#data/sync/server/link.ts';
import { fromBase64Url, toBase64Url } from '#data/vault/seal/base64url.ts';
import { phraseToKeep, plainPhrase, plainWords, readingsOf } from '#data/vault/seal/secret.ts';
import { strengthOf } from '#data/vault/seal/strength.ts';

const PHRASE = 'Lykta  granit pendel kanel 1987 vinter!';
const WORDS = 'lykta granit pendel kanel vinter';
const TOKEN = 'A-b_'.repeat(10).concat('A-b');

const NAMES = [
  'input',
  'lastMatch',
  'lastParen',
  'leftContext',
  'rightContext',
  ...[...'123456789'].map((at) => `$${at}`),
];

type Statics = Readonly<Record<string, unknown>>;

/**
 * What the engine keeps of the last match, in a place that every script can read, for as long as
 * the page lives.
 */
const leftBehind = (): string => {
  const kept = RegExp as unknown as Statics;
  return NAMES.map((name) => String(kept[name])).join('');
};

test.each([
  ['a phrase as it is typed', () => plainPhrase(PHRASE)],
  ['the words of a kit', () => plainWords(WORDS)],
  ['a phrase as it is kept', () => phraseToKeep(PHRASE, () => true)],
  ['the readings of a phrase', () => readingsOf({ by: 'passphrase', text: WORDS })],
  ['the readings of a kit', () => readingsOf({ by: 'recovery-kit', text: WORDS })],
  ['the strength of a phrase', () => strengthOf(PHRASE, () => false)],
  ['a link that lets in', () => readLink(`#invited.${TOKEN}.${TOKEN}`)],
  ['a link to set up', () => readLink(`https://volym.example/join#set-up.${TOKEN}`)],
  [
    'bytes as text of an address',
    () => fromBase64Url(toBase64Url(new TextEncoder().encode(PHRASE))),
  ],
])('X9: nothing of %s is left in what the engine keeps of a match', (_, work) => {
  'nothing'.match(/thin/);
  work();
  // Read before anything else matches.
  const left = (RegExp as unknown as Statics).input;
  expect(String(left)).toMatch(/^(|nothing)$/);
  'other'.match(/t/);
  work();
  expect(leftBehind()).not.toMatch(/lykta|granit|vinter|A-b/i);
});

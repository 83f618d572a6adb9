import { expect, test } from 'vitest';
import { couch as couchEnglish } from '#workspace/words/en/couch.ts';
import { more as moreEnglish } from '#workspace/words/en/more.ts';
import { sync as syncEnglish } from '#workspace/words/en/sync.ts';
import { vault as vaultEnglish } from '#workspace/words/en/vault.ts';
import { couch } from '#workspace/words/sv/couch.ts';
import { more } from '#workspace/words/sv/more.ts';
import { sync } from '#workspace/words/sv/sync.ts';
import { vault } from '#workspace/words/sv/vault.ts';

const languages = [
  ['sv', { couch, more, sync, vault }],
  ['en', { couch: couchEnglish, more: moreEnglish, sync: syncEnglish, vault: vaultEnglish }],
] as const;

test.each(languages)(
  'X14: a screen is called by its title wherever a row or a sentence leads to it, %s',
  (_, texts) => {
    expect(texts.more.settings.people).toBe(texts.sync.people.title);
    expect(texts.more.settings.vault).toBe(texts.vault.screen.title);
    expect(texts.couch.people.cannot.join(' ')).toContain(texts.vault.screen.title);
  },
);

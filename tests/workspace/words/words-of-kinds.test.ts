import { expect, test } from 'vitest';
import { kindOf, kinds } from '#programmes/kinds.ts';
import { history as historyEnglish } from '#workspace/words/en/history.ts';
import { trash as trashEnglish } from '#workspace/words/en/trash.ts';
import { history } from '#workspace/words/sv/history.ts';
import { trash } from '#workspace/words/sv/trash.ts';

const ids = Object.keys(kinds);

test.each(ids)('X12: %s has a name in the history, in both languages', (id) => {
  for (const words of [history, historyEnglish]) expect(words.kinds).toHaveProperty([id]);
});

test.each(ids.filter((id) => kindOf(id)?.programme !== 'workspace'))(
  'X12: %s has a button that takes it out of the trash, in both languages',
  (id) => {
    for (const words of [trash, trashEnglish]) expect(words.restore).toHaveProperty([id]);
  },
);

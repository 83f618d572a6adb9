import { expect, test } from 'vitest';
import { kindOf, kinds } from '#programmes/kinds.ts';
import { loadHistoryText } from '#workspace/screens/history/load-history-text.ts';

const ids = Object.keys(kinds);
const both = [await loadHistoryText('sv'), await loadHistoryText('en')];

test.each(ids)('X12: %s has a name in the history, in both languages', (id) => {
  for (const { history } of both) expect(history.kinds).toHaveProperty([id]);
});

test.each(ids.filter((id) => kindOf(id)?.programme !== 'workspace'))(
  'X12: %s has a button that takes it out of the trash, in both languages',
  (id) => {
    for (const { recordWords: told } of both) expect(told.restore).toHaveProperty([id]);
  },
);

import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { ok } from '#core/result.ts';
import { smallSchool } from '#simulator/apple/data/small-school.ts';
import { openTestWorkspace, type TestWorkspace } from '#tests/factories/workspace-in-browser.ts';
import { appleInUse } from './apple-in-use.ts';
import { onKind } from '#data/records/on-kind.ts';

const NOW = Date.UTC(2026, 10, 20, 7);

let workspace: TestWorkspace;
beforeEach(async () => (workspace = await openTestWorkspace()));
afterEach(() => void vi.unstubAllGlobals());

test('B2, B7: with the text of a file that is not kept Apple is asked once, and it is kept nowhere', async () => {
  const { sync, token, here, place, tokenNow } = await appleInUse(workspace, smallSchool(NOW), {
    now: () => NOW,
  });
  await workspace.records.change(
    token,
    onKind('content-token', (draft) => {
      const { sealed: _, ...data } = draft.data;
      return ok({ ...draft, data });
    }),
  );
  await sync.look();
  expect(await sync.syncNow(token)).toEqual({ ok: false, code: 'no-text' });
  expect(here.world.asked).toEqual([]);
  const text = place?.token.text ?? '';
  expect(await sync.syncNow(token, text)).toMatchObject({ ok: true });
  const { data } = await tokenNow();
  expect([data.sync?.code, data.sealed]).toEqual(['', undefined]);
  expect(await workspace.dump()).not.toContain(text);
  expect(JSON.stringify({ ...localStorage, ...sessionStorage })).not.toContain(text);
  expect(await sync.syncNow(token)).toEqual({ ok: false, code: 'no-text' });
});

test.each([
  ['an hour before the server’s', -3_600_000, -60],
  ['an hour after it', 3_600_000, 60],
  ['a few minutes off', 5 * 60_000, undefined],
])(
  'B7: a clock that is %s is noted as such with what the server answers',
  async (_, off, noted) => {
    const { sync, token, here } = await appleInUse(workspace, smallSchool(NOW), { now: () => NOW });
    const relay = here.relay();
    const date = new Date(workspace.clock.now() - off).toUTCString();
    vi.stubGlobal('fetch', async (...given: Parameters<typeof fetch>): Promise<Response> => {
      const answer = await relay(...given);
      answer.headers.set('date', date);
      return answer;
    });
    await sync.look();
    await sync.syncNow(token);
    const { clockAhead } = sync.state$.value;
    // The clock goes on meanwhile.
    expect(clockAhead && Math.round(clockAhead / 60_000)).toBe(noted);
  },
);

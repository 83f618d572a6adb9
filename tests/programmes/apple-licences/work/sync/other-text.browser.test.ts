import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { findingOf } from '#programmes/apple-licences/rules/token/token-life.ts';
import { ok } from '#core/result.ts';
import { withStep } from '#core/record/step.ts';
import { smallSchool } from '#simulator/apple/data/small-school.ts';
import { openTestWorkspace, type TestWorkspace } from '#tests/factories/workspace-in-browser.ts';
import { appleInUse } from './apple-in-use.ts';
import { onKind } from '#data/records/on-kind.ts';

const NOW = Date.UTC(2026, 10, 20, 7);
const NEXT = { fingerprint: 'of-the-next-file', expiresAt: '2028-01-14T09:26:53Z' };

let workspace: TestWorkspace;
beforeEach(async () => (workspace = await openTestWorkspace()));
afterEach(() => void vi.unstubAllGlobals());

test.each([
  ['the fields tell that it is another file’s', {}],
  ['the fields say that it is this file’s', { ...NEXT, lastDay: '2028-01-14' }],
])(
  'B7, X8: Apple is not asked with the text of a file that does not count, where %s',
  async (_, fields) => {
    const { sync, token, paths, tokenNow } = await appleInUse(workspace, smallSchool(NOW), {
      now: () => NOW,
    });
    const step = { kind: 'renewed', on: '2026-11-20', data: { ...NEXT, to: '2028-01-14' } };
    await workspace.records.change(
      token,
      onKind('content-token', (draft, doing) =>
        ok({
          ...draft,
          data: { ...draft.data, ...fields },
          steps: withStep(draft.steps, step, doing),
        }),
      ),
    );
    await sync.look();
    expect(await sync.syncNow(token)).toEqual({ ok: false, code: 'no-text' });
    expect(paths()).toEqual([]);
    expect(findingOf((await tokenNow()).steps)).toBeUndefined();
  },
);

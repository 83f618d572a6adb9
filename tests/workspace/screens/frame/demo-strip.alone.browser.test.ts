import { screen, waitFor, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { describe, expect, test, vi } from 'vitest';
import { ok } from '#core/result.ts';
import { onKind } from '#data/records/on-kind.ts';
import { reveal } from '#programmes/apple-credit/rules/code/code-commands.ts';
import { newId } from '#platform/ids.ts';
import { draftStore } from '#ui/form/draft.ts';
import { loadExamples } from '#workspace/screens/start/load-examples.ts';
import type { App } from '#ui/app.svelte.ts';
import { InPlaceOfDemo } from '#workspace/screens/frame/in-place-of-demo.svelte.ts';
import DemoStrip from '#workspace/screens/frame/DemoStrip.svelte';
import { leaveDemo } from '#workspace/screens/frame/leave-demo.ts';
import { pressFinal } from '#tests/ui/press-final.ts';
import { addOrder, openApp, showIn } from '#tests/programmes/apple-credit/screens/credit-app.ts';

// It ends in another page, where a journey follows it.
vi.mock(import('#workspace/screens/frame/leave-demo.ts'), () => ({ leaveDemo: vi.fn() }));

const inDemo = async (
  body: (given: Awaited<ReturnType<typeof openApp>> & { left: () => number }) => Promise<void>,
) => {
  const given = await openApp();
  const own = given.app.workspaceId;
  await given.app.startDemo(await loadExamples());
  given.app.settings.change({ language: 'sv' });
  given.clock.time += 60_000;
  vi.mocked(leaveDemo).mockClear();
  showIn(given.app, DemoStrip, {});
  await body({ ...given, left: () => vi.mocked(leaveDemo).mock.calls.length });
  await given.app.eraseHere();
  await given.app.enter(own);
};
const leave = () => userEvent.click(screen.getByRole('button', { name: 'Radera och lämna' }));

const asked = async () =>
  within(await screen.findByRole('dialog', { name: 'Det du lagt in raderas också' }));
/** What the sheet counts, line by line. */
const counted = async () => {
  const sheet = await asked();
  const [names, values] = [sheet.queryAllByRole('term'), sheet.queryAllByRole('definition')];
  return names.map((name, at) => `${name.textContent} ${values[at]?.textContent}`);
};

test('X15: an untouched example is left in one tap, and so is one that was only looked around in', () =>
  inDemo(async ({ app, left }) => {
    const [code] = await app.records.find({ kind: 'redemption-code', limit: 1 });
    await app.records.change(
      code!.id,
      onKind('redemption-code', (now, doing) => ok(reveal(now, 'check', doing))),
    );
    await leave();
    await waitFor(() => expect(left()).toBe(1));
  }));

test('X15: it is asked before what someone changed or removed in the example goes with it', () =>
  inDemo(async ({ app, left }) => {
    const [changed, thrown, gone] = await app.records.find({ kind: 'credit-order', limit: 3 });
    await app.records.change(
      changed!.id,
      onKind('credit-order', (now) => ok({ ...now, data: { ...now.data, institution: 'Nordby' } })),
    );
    await app.records.change(thrown!.id, (now) => ok({ ...now, trashedOn: app.today }));
    await app.records.discard([gone!.id]);
    await leave();
    expect(await counted()).toEqual(['Ändrade poster 1', 'Borttagna poster 2']);
    expect(left()).toBe(0);
  }));

test('X15: one that was added counts though another was deleted for good', () =>
  inDemo(async ({ app, left }) => {
    const [gone] = await app.records.find({ kind: 'credit-order', limit: 1 });
    await app.records.discard([gone!.id]);
    await addOrder(app, []);
    await leave();
    expect(await counted()).toEqual(['Tillagda poster 1', 'Borttagna poster 1']);
    expect(left()).toBe(0);
  }));

test('X15: what was typed in a form and not saved is asked about, too', () =>
  inDemo(async ({ app, left }) => {
    draftStore(app.workspaceId, 'new-order').keep({ institution: 'Nordby' });
    await leave();
    expect(await counted()).toEqual(['Påbörjat, inte sparat 1']);
    expect(left()).toBe(0);
  }));

test('X15: one that version 0.1.0 laid in is left in one tap where nothing was added, and else asked about', () =>
  inDemo(async ({ app, left }) => {
    const { length: records } = await app.records.find({ trashed: true });
    app.settings.changeWorkspace(app.workspaceId, { demo: { passphrase: 'x', records } });
    await leave();
    await waitFor(() => expect(left()).toBe(1));
    await addOrder(app, [], {}, newId());
    await leave();
    expect(await counted()).toEqual(['Tillagda poster 1']);
    expect(left()).toBe(1);
  }));

test('X15: where it cannot be told what someone made of the example, it is asked', () =>
  inDemo(async ({ app, left }) => {
    app.settings.changeWorkspace(app.workspaceId, { demo: { passphrase: 'x' } });
    await leave();
    expect(await counted()).toEqual([]);
    expect(left()).toBe(0);
  }));

test('X15: the question says what is lost and what is not, and the example can be kept', () =>
  inDemo(async ({ app, left }) => {
    await addOrder(app, []);
    await leave();
    const sheet = await asked();
    for (const said of [
      /lagt in, ändrat eller importerat/,
      /andra enheter, servern/,
      /spara listan som csv/,
    ])
      expect(sheet.getByText(said)).toBeVisible();
    await userEvent.click(sheet.getByRole('button', { name: 'Stanna kvar' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(left()).toBe(0);
    await leave();
    await pressFinal((await asked()).getByRole('button', { name: 'Radera och lämna' }));
    expect(left()).toBe(1);
  }));

describe('X15: what takes the place of the example', () => {
  const run = async (app: App, isDemo = true) => {
    const inPlace = new InPlaceOfDemo();
    const work = vi.fn(async () => undefined);
    await inPlace.run({ hasWorkspace: true, isDemo }, work);
    if (inPlace.asked !== undefined) {
      const { Sheet, onleave } = inPlace.asked;
      showIn(app, Sheet, { onleave, onstay: () => inPlace.stay() });
    }
    return { inPlace, work };
  };

  test('X15: asks first where something of someone’s own goes with it', () =>
    inDemo(async ({ app }) => {
      await addOrder(app, []);
      const { inPlace, work } = await run(app);
      const sheet = await asked();
      expect(work).not.toHaveBeenCalled();
      await userEvent.click(sheet.getByRole('button', { name: 'Stanna kvar' }));
      expect(inPlace.asked).toBeUndefined();
      expect(work).not.toHaveBeenCalled();
      await pressFinal(sheet.getByRole('button', { name: 'Radera och lämna' }));
      expect(work).toHaveBeenCalledOnce();
    }));

  test('X15: asks nothing of an untouched example, nor where there is none', () =>
    inDemo(async ({ app }) => {
      const { work } = await run(app);
      await waitFor(() => expect(work).toHaveBeenCalledOnce());
      expect((await run(app, false)).work).toHaveBeenCalledOnce();
      expect(screen.queryByRole('dialog')).toBeNull();
    }));
});

import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { chooseProgrammes } from '#workspace/rules/settings/workspace-commands.ts';
import { WORKSPACE_ID, type WorkspaceData } from '#workspace/rules/settings/workspace.ts';
import type { VolymRecord } from '#core/record/record.ts';
import { settingsTrouble as troubleOf } from '#data/workspace/put-settings-back.ts';
import { settingsTrouble as english } from '#workspace/words/en/settings-trouble.ts';
import { settingsTrouble as words } from '#workspace/words/sv/settings-trouble.ts';
import type { App } from '#ui/app.svelte.ts';
import SettingsTrouble from '#workspace/screens/safety/SettingsTrouble.svelte';
import { faults } from '#tests/ui/axe.ts';
import { openApp, showWith } from '#tests/programmes/apple-credit/screens/credit-app.ts';
import { onKind } from '#data/records/on-kind.ts';

/** As a newer version, or a member by hand, wrote it. */
const write = async (app: App, change: object): Promise<void> => {
  const document = await app.opened.database.records.findOne(WORKSPACE_ID).exec();
  await document?.incrementalModify((was: VolymRecord) => ({ ...was, ...change }));
};

const troubleHere = async (app: App) => troubleOf(await app.records.get(WORKSPACE_ID));

test.each([
  ['newer', { data: { v: 99 } }],
  ['unreadable', { kind: 'person', data: { v: 1, name: 'x' } }],
] as const)(
  'X9: settings that are %s are reported, and can be written over with what is known',
  async (trouble, change) => {
    const { app } = await openApp();
    expect(await troubleHere(app)).toBeUndefined();
    await write(app, change);
    expect(await troubleHere(app)).toBe(trouble);
    const use = (workspace: VolymRecord<WorkspaceData>) =>
      chooseProgrammes(workspace, 'adobe-vip', true);
    const refused = await app.records.change(WORKSPACE_ID, onKind('workspace', use));
    expect(refused).toMatchObject({ ok: false, problem: { code: 'record-not-understood' } });
    showWith(app, SettingsTrouble, { is: trouble, words }, 'sv', {});
    await expect.element(page.getByText(words[trouble])).toBeVisible();
    // The screen around it has the heading.
    expect((await faults()).filter((fault) => !fault.startsWith('page-has-heading-one'))).toEqual(
      [],
    );
    await page.getByRole('button', { name: words.putBack }).click();
    await expect.element(page.getByText(words.done)).toBeVisible();
    expect(await troubleHere(app)).toBeUndefined();
    expect((await app.records.get(WORKSPACE_ID))?.data).toMatchObject({ name: 'Nordby IT' });
    expect((await app.records.change(WORKSPACE_ID, onKind('workspace', use))).ok).toBe(true);
  },
);

test('X18: a reader is told, and can write over nothing', async () => {
  const { app } = await openApp();
  app.settings.changeWorkspace(app.workspaceId, { onlyReads: true });
  showWith(app, SettingsTrouble, { is: 'newer', words: english }, 'en', {});
  await expect.element(page.getByText(english.newer)).toBeVisible();
  await expect.element(page.getByRole('button', { name: english.putBack })).not.toBeInTheDocument();
});

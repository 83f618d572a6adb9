import { PROGRAMMES, type Draft } from '#core/record/record.ts';
import type { Example } from '#core/example.ts';
import { chooseRules } from '#programmes/rules-today.ts';
import { WORKSPACE_ID } from '#workspace/rules/settings/workspace.ts';
import { randomIndex } from '#platform/ids.ts';
import { createWorkspace, type CreatedWorkspace } from '../workspace/create-workspace.ts';
import type { OpenWorkspace } from '../workspace/open-workspace.ts';
import { silencePlans } from '../reminder-plan.ts';
import type { Settings } from '../device/settings.ts';
import type { Clock } from '#platform/clock.ts';
import type { Derivation } from '../vault/derive/derivation.ts';
import { deriveInWorker, type KeyWaiter } from '../vault/derive/derive.ts';
import { drawWords, loadWords } from '../vault/words/draw.ts';
import { bjorkdalen } from './bjorkdalen.ts';
import { laidIn, type ExampleLaid } from './own-in-example.ts';
import { onKind } from '../records/on-kind.ts';

/**
 * The device keeps the example's phrase and fills it in: what makes guessing dear would make
 * nothing but the first look slow.
 */
const QUICK: Derivation = { name: 'argon2id', memoryKiB: 64, passes: 1, lanes: 1 };

/**
 * Creates the example workspace, with its own keys that are deleted with it; nothing in it is ever
 * synced (X15), and there are no reminders while it is open.
 */
export const createDemo = async (world: {
  readonly settings: Settings;
  readonly clock: Clock;
  readonly waiter?: KeyWaiter | undefined;
}): Promise<CreatedWorkspace> => {
  await silencePlans();
  const list = await loadWords('sv');
  const { workspace: name, person } = bjorkdalen;
  const passphrase = drawWords(list, 5).join(' ');
  const kitWords = drawWords(list, 12);
  const made = { name, person, programmes: PROGRAMMES, passphrase, kitWords, demo: true };
  return createWorkspace(made, {
    ...world,
    deriving: { derive: deriveInWorker, derivation: QUICK },
  });
};

/**
 * Fills the example workspace, which has just been entered with its vault open, with what each
 * programme shows; answers what it is made of then.
 */
export const fillDemo = async (
  { records, vault }: OpenWorkspace,
  examples: readonly Example[],
): Promise<ExampleLaid> => {
  const { seal, fingerprint, keyedId } = vault;
  const means = { doing: records.doing(), randomIndex, seal, fingerprint, keyedId };
  const made: Draft[] = [];
  for (const example of examples) made.push(...(await example.records(means)));
  await records.insert(made);
  const rules = Object.assign({}, ...examples.map((example) => example.rules ?? {}));
  await records.change(
    WORKSPACE_ID,
    onKind('workspace', (workspace) => chooseRules(workspace, rules)),
  );
  return laidIn(await records.find({ trashed: true }));
};

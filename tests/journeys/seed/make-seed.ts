import { PROGRAMMES } from '#core/record/record.ts';
import { createWorkspace } from '#data/workspace/create-workspace.ts';
import { openSettings } from '#data/device/settings.ts';
import { drawMark, drawWords, loadWords } from '#data/vault/words/draw.ts';
import { systemClock } from '#platform/clock.ts';
import { questionsOf, ruleToday } from '#programmes/rules-today.ts';
import { deriveHere } from '#tests/factories/derive-here.ts';
import { quickDerivation } from '#tests/factories/quick-derivation.ts';

/** What opens the codes of a workspace. */
export type Secrets = { readonly phrase: string; readonly kit: string };

/**
 * Makes on this device the workspace that someone has who keeps what the first start chooses
 * beforehand, by the app's own modules, and makes it the one in use. Its keys are as real as any;
 * only guessing its passphrase is cheap.
 */
export const makeSeed = async (name: string, person: string): Promise<Secrets> => {
  const list = await loadWords('sv');
  const [words, kitWords] = [drawWords(list, 5), drawWords(list, 12)];
  const rules = Object.fromEntries(
    questionsOf(PROGRAMMES).map((question) => [question, ruleToday({}, question)]),
  );
  const phrase = words.join(' ');
  const settings = openSettings();
  const { id } = await createWorkspace(
    {
      name,
      person,
      programmes: PROGRAMMES,
      rules,
      passphrase: phrase,
      kitWords,
      kitMark: drawMark(),
    },
    {
      settings,
      clock: systemClock,
      deriving: { derive: deriveHere, derivation: quickDerivation },
    },
  );
  settings.change({ workspace: id });
  settings.close();
  return { phrase, kit: kitWords.join(' ') };
};

import type { Day } from '#core/day/day.ts';
import type { LicenceRefused } from '#programmes/apple-licences/rules/licence/licence-problem.ts';
import { bringBack, type WayBack } from '#programmes/apple-licences/work/giving/say-of-licences.ts';
import { actStoreOf, wayBack } from '#workspace/screens/acts/way-back.ts';
import type { App } from '#ui/app.svelte.ts';
import { perform } from '#ui/perform.ts';
import type { LicenceWords } from '#programmes/apple-licences/words/load.ts';
import { refusalOf } from '#data/records/change-fields.ts';
import { letLicenceStay } from '#programmes/apple-licences/work/giving/let-licence-stay.ts';

/**
 * What a person says of licences of an app: each writes at once, says so with a way back, and
 * answers a refusal if there is one.
 */
export const licenceActions = (app: App, id: string, words: LicenceWords) => ({
  bringBack: (
    kind: WayBack,
    ids: readonly string[],
    on: Day,
    onProgress: (done: number) => void = () => undefined,
  ): Promise<LicenceRefused | undefined> => {
    const coming = { app: id, ids, kind, on, reason: words.take.fewer };
    return refusalOf(
      perform(bringBack(actStoreOf(app), coming, { onProgress }), ({ act, count }) => ({
        message: kind === 'app-gone' ? words.take.goneDone(count) : words.take.done(count),
        undo: wayBack(app, act),
      })),
    );
  },
  stays: (licence: string): Promise<LicenceRefused | undefined> =>
    refusalOf(letLicenceStay(app.records, licence)),
});

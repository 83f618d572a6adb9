import { doingOfAct, type Act, type ActedOn } from '#core/record/act.ts';
import {
  sayTerms,
  type TermsStepKind,
} from '#programmes/apple-licences/rules/user/user-commands.ts';
import type { VolumeUser } from '#programmes/apple-licences/rules/user/volume-user.ts';
import type { Day } from '#core/day/day.ts';
import type { LicenceResult } from '#programmes/apple-licences/rules/licence/licence-problem.ts';
import { ok, refuse } from '#core/result.ts';
import { beginAct, forgetAct, type ActStore } from '#data/acts/acts.ts';
import type { Watched } from '#data/records/in-chunks.ts';
import { onKind } from '#data/records/on-kind.ts';
import { readMany } from '#data/records/read-under.ts';

/** What is recorded about users and Apple's terms. */
export type EnteredTerms = {
  readonly kind: TermsStepKind;
  readonly on: Day;
  readonly edition: string;
};

/**
 * Records users' status with the terms, for one or a thousand; users for whom it no longer fits are
 * skipped.
 */
export const sayTermsOfAll = async (
  store: ActStore,
  ids: readonly string[],
  terms: EnteredTerms,
  watched: Watched = {},
): Promise<LicenceResult<{ readonly act: Act; readonly count: number }>> => {
  const before = await readMany(store.records, ids, 'volume-user');
  const act = await beginAct(
    store,
    terms.kind,
    ids.map((id) => ({ id, ...invitationOf(before.get(id)) })),
  );
  const refused = await store.records.changeMany(
    ids,
    onKind('volume-user', (user, doing) => sayTerms(user, terms, doingOfAct(act, doing))),
    watched,
  );
  const count = ids.length - refused.size;
  if (count > 0) return ok({ act, count });
  await forgetAct(store, act);
  const [problem] = refused.values();
  return problem === undefined ? refuse('nobody-chosen') : { ok: false, problem };
};

/** An invitation goes with what ends it, and comes back, sealed as it is, with the undo. */
const invitationOf = (user: VolumeUser | undefined): Pick<ActedOn, 'was'> =>
  user?.data.invite === undefined ? {} : { was: { invite: user.data.invite } };

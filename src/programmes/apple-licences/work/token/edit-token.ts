import type { ContentTokenData } from '#programmes/apple-licences/rules/token/content-token.ts';
import {
  editToken,
  forgetText,
  type TokenInput,
} from '#programmes/apple-licences/rules/token/token-commands.ts';
import {
  noteFinding,
  takeNoteBack,
} from '#programmes/apple-licences/rules/token/token-findings.ts';
import type {
  TokenProblem,
  TokenResult,
} from '#programmes/apple-licences/rules/token/token-problem.ts';
import { ok, type CommonProblem } from '#core/result.ts';
import type { VolymRecord } from '#core/record/record.ts';
import { missingIn } from '#core/record/step.ts';
import { onKind, type KindCommand } from '#data/records/on-kind.ts';
import type { Records } from '#data/records/records.ts';
import { changeFields, type UndoMade } from '#data/records/change-fields.ts';
import { takingBack } from '#data/records/taking-back.ts';
import { changeKept } from '#data/records/kept-change.ts';

/** Notes what was found of a token; answers what takes the note back. */
export const noteWithUndo = async (
  records: Records,
  id: string,
  finding: Parameters<typeof noteFinding>[1],
): Promise<TokenResult<UndoMade>> => {
  const noting = await changeKept(records, { id, kind: 'content-token' }, (token, doing) =>
    noteFinding(token, finding, doing),
  );
  if (!noting.ok) return noting;
  const { before, after } = noting.value;
  const [noted] = missingIn(before.steps, after.steps);
  return ok(
    takingBack(records, { id, kind: 'content-token' }, (token, doing) =>
      takeNoteBack(token, noted?.id ?? '', doing),
    ),
  );
};

/** Changes the details of a token; answers what takes back those fields that nobody changed since. */
export const editWithUndo = (
  records: Records,
  id: string,
  input: TokenInput,
): Promise<TokenResult<UndoMade>> => {
  const edit: KindCommand<'content-token', (TokenProblem | CommonProblem)['code']> = (
    token,
    doing,
  ) => editToken(token, input, doing);
  return changeFields(records, { id, kind: 'content-token' }, edit, () => ({
    entries: ['holders'],
    together: [['system', 'systemName']],
  }));
};

/** Erases the sealed text of a token, for good. */
export const forgetTextOf = (
  records: Records,
  id: string,
): Promise<TokenResult<VolymRecord<ContentTokenData>>> =>
  records.change(id, onKind('content-token', forgetText));

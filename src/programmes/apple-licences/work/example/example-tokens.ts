import { addDays, addYears, type Day } from '#core/day/day.ts';
import {
  tokenSealedAt,
  type ContentTokenData,
} from '#programmes/apple-licences/rules/token/content-token.ts';
import { tokenYear } from '#programmes/apple-licences/rules/editions.ts';
import {
  renewToken,
  takeToken,
  tickRenewal,
  type TakenFile,
  type TokenInput,
} from '#programmes/apple-licences/rules/token/token-commands.ts';
import { noteFinding } from '#programmes/apple-licences/rules/token/token-findings.ts';
import { asRecord, madeOf, type ExampleMeans } from '#core/example.ts';
import type { Doing } from '#core/record/kind.ts';
import type { Draft } from '#core/record/record.ts';
import { toHex } from '#platform/hex.ts';
import { sha256 } from '#platform/sha256.ts';
import { bjorkdalen } from '#data/demo/bjorkdalen.ts';
import { bjorkdalenTokens, type DemoToken } from './bjorkdalen-tokens.ts';

/** The example has a token for each place: the edition that knows many. */
export const MANY_TOKENS = 'apple-licences.accounts-2025';

type Means = Pick<ExampleMeans, 'doing' | 'seal'>;
type Made = Draft<ContentTokenData>;

/** The example's tokens, each taken in, renewed, ticked and found out as a person would do it. */
export const exampleTokens = (means: Means): Promise<Draft[]> =>
  Promise.all(bjorkdalenTokens.tokens.map((token) => tokenDraft(token, means)));

const tokenDraft = async (token: DemoToken, means: Means): Promise<Draft> => {
  const { doing } = means;
  const ago = (days: number): Day => addDays(doing.today, -days);
  const made = await withItsFiles(token, ago(-token.ends), means);
  const ticked = (token.ticked ?? []).reduce(
    (now, { kind, ago: days }) => tick(now, kind, onDay(ago(days), doing)),
    made,
  );
  if (token.found === undefined) return ticked;
  const { kind, note, ago: days } = token.found;
  return madeOf(
    noteFinding(asRecord(ticked), { kind, on: ago(days), note }, onDay(ago(days), doing)),
  );
};

const onDay = (today: Day, doing: Doing): Doing => ({ ...doing, today });

/** Taken in with the file that counts, or with one that was renewed since. */
const withItsFiles = async (token: DemoToken, lastDay: Day, means: Means): Promise<Made> => {
  const { doing } = means;
  const id = doing.newId();
  const file = await madeUpFile(id, lastDay, token.isKept === true, means);
  const downloaded = addYears(lastDay, -tokenYear.value);
  if (token.renewedBefore === undefined) return take(id, token, file, onDay(downloaded, doing));
  const ended = addDays(downloaded, token.renewedBefore);
  const old = await madeUpFile(id, ended, false, means);
  const first = take(id, token, old, onDay(addYears(ended, -tokenYear.value), doing));
  const then = onDay(downloaded, doing);
  const renewed = madeOf(renewToken(asRecord(tick(first, 'downloaded', then)), file, [], then));
  return tick(renewed, 'checked', then);
};

const tick = (
  token: Made,
  kind: 'signed-in' | 'downloaded' | 'uploaded' | 'checked',
  doing: Doing,
): Made => madeOf(tickRenewal(asRecord(token), kind, doing));

const take = (id: string, token: DemoToken, file: TakenFile, doing: Doing): Made =>
  madeOf(
    takeToken(
      id,
      inputOf(token, doing),
      file,
      { edition: MANY_TOKENS, knowsForGood: false, others: [] },
      doing,
    ),
  );

const inputOf = (token: DemoToken, { by, newId, today: downloadedOn }: Doing): TokenInput => ({
  name: token.name,
  appleId: bjorkdalenTokens.appleId,
  location: token.location,
  system: token.system,
  systemName: token.system === 'other' ? bjorkdalenTokens.otherSystem : '',
  alsoIn: token.alsoIn ?? '',
  downloadedBy: bjorkdalenTokens.colleague,
  downloadedOn,
  holders: {
    [by]: bjorkdalen.person,
    ...(token.isAlone === true ? {} : { [newId()]: bjorkdalenTokens.colleague }),
  },
});

const madeUpFile = async (
  id: string,
  lastDay: Day,
  isKept: boolean,
  { seal }: Means,
): Promise<TakenFile> => {
  const organization = bjorkdalen.workspace;
  const expiresAt = `${lastDay}T09:00:00Z`;
  // Björkdalens kommun and its tokens do not exist: its letters are such as Base64 of bytes needs.
  const token = `FAKE-NOT-A-REAL-SERVER-TOKEN-${id}-${lastDay}`;
  const content = JSON.stringify({ token, expDate: expiresAt, orgName: organization });
  const bytes = new TextEncoder().encode(content);
  const text = btoa(String.fromCharCode(...bytes));
  const [fingerprint, innerFingerprint] = await Promise.all([hashOf(text), hashOf(token)]);
  const sealed = isKept ? { sealed: await seal(text, tokenSealedAt(id)) } : {};
  return { file: { organization, expiresAt, lastDay }, fingerprint, innerFingerprint, ...sealed };
};

const hashOf = async (text: string): Promise<string> =>
  toHex(await sha256(new TextEncoder().encode(text)));

import { screen } from '@testing-library/svelte';
import { beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { newBatch } from '#programmes/apple-credit/rules/code/code-batch-commands.ts';
import { redeem } from '#programmes/apple-credit/rules/code/code-commands.ts';
import type { RedemptionCode } from '#programmes/apple-credit/rules/code/redemption-code.ts';
import { homeRows } from '#workspace/rules/reminders/home.ts';
import type { Person } from '#workspace/rules/people/person.ts';
import { newPerson } from '#workspace/rules/people/person-commands.ts';
import type { VolymRecord } from '#core/record/record.ts';
import { stored } from '#data/records/envelope.ts';
import { openListsOfCodes } from '#programmes/apple-credit/work/code/lists-of-codes.ts';
import type { Language } from '#core/language/language.ts';
import { credit as creditEnglish } from '#programmes/apple-credit/words/en/credit.ts';
import { history as historyEnglish } from '#workspace/words/en/history.ts';
import { sync as english } from '#workspace/words/en/sync.ts';
import { credit as creditSwedish } from '#programmes/apple-credit/words/sv/credit.ts';
import { history as historySwedish } from '#workspace/words/sv/history.ts';
import { sync as swedish } from '#workspace/words/sv/sync.ts';
import type { App } from '#ui/app.svelte.ts';
import CodeList from '#programmes/apple-credit/screens/code/CodeList.svelte';
import CreditList from '#programmes/apple-credit/screens/list/CreditList.svelte';
import OrderDetail from '#programmes/apple-credit/screens/order/OrderDetail.svelte';
import { valueOf } from '#tests/factories/credit.ts';
import Question from '#workspace/screens/questions/Question.svelte';
import { rowWords } from '#workspace/screens/home/row-words.ts';
import { faults, inTheme } from '#tests/ui/axe.ts';
import { shellTexts } from '#tests/ui/texts.ts';
import {
  addOrder,
  addSealedCode,
  openApp,
  showWith,
} from '#tests/programmes/apple-credit/screens/credit-app.ts';
import { loadHistoryText } from '#workspace/screens/history/load-history-text.ts';

const { recordWords: swedishRecordWords } = await loadHistoryText('sv');
const { recordWords: englishRecordWords } = await loadHistoryText('en');

const texts = (language: Language) =>
  language === 'sv'
    ? {
        credit: creditSwedish,
        history: historySwedish,
        sync: swedish,
        recordWords: swedishRecordWords,
      }
    : {
        credit: creditEnglish,
        history: historyEnglish,
        sync: english,
        recordWords: englishRecordWords,
      };

/** Johan redeems a code, on his own device. */
const redeemedByJohan = async (app: App, code: RedemptionCode): Promise<void> => {
  const doing = { ...app.records.doing(), by: 'johan' };
  const redeemed = valueOf(
    redeem(code, { account: 'johan@nordby.example', place: '', on: doing.today }, doing),
  );
  const document = await app.opened.database.records.findOne(code.id).exec();
  await document?.incrementalModify(() => stored(redeemed, code, doing));
};

let app: App;
/**
 * An order and a list of app codes that were deleted for good, and are written again for the sake
 * of their codes.
 */
beforeEach(async () => {
  ({ app } = await openApp());
  await app.records.create(newPerson('johan', 'Johan Berg'));
  await addOrder(app, [['downloaded', '2026-10-12']]);
  await app.records.create(
    newBatch('batch', { name: 'Läsresan', owner: '', orderNumber: '4500217304' }),
  );
  await redeemedByJohan(app, await addSealedCode(app, 'XK7M4QTP9WRD2HVN'));
  await addSealedCode(app, 'XK7M4QTP9WRD2HVA', 'order-1', { number: 2 });
  await redeemedByJohan(app, await addSealedCode(app, 'FAKE2A3B4C5D', 'batch', { usage: 'app' }));
  await app.records.discard(['order-1', 'batch']);
  const lists = openListsOfCodes(app.opened.database.records, () => true);
  onTestFinished(() => lists.stop());
  expect((await lists.mend()).sort()).toEqual(['batch', 'order-1']);
});

const recordAt = async (id: string): Promise<VolymRecord> =>
  (await app.records.get(id)) as VolymRecord;

const ask = async (id: string, language: Language = 'sv') => {
  const record = await recordAt(id);
  const codes = (await app.records.find({
    parent: id,
    kind: 'redemption-code',
  })) as RedemptionCode[];
  const people = (await app.records.find({ kind: 'person' })) as Person[];
  const given = {
    record,
    clash: record.clashes[0]!,
    codes,
    place: 1,
    of: 1,
    today: app.today,
    now: app.clock.now(),
    me: app.me,
    people,
    onanswer: () => Promise.resolve(undefined),
  };
  return showWith(app, Question, given, language, texts(language));
};

describe('X12: a list that was deleted for good and is here again for its codes', () => {
  test('X12: home names it in words where it has neither number nor name', async () => {
    const words = async (id: string, language: Language) => {
      const [row] = homeRows([await recordAt(id)], app.today);
      const { title, object } = rowWords(row!, shellTexts(language), app.today);
      return [title, object];
    };
    expect(await words('order-1', 'sv')).toEqual(['Borttagen och ändrad', 'Order utan nummer']);
    expect(await words('batch', 'sv')).toEqual(['Borttagen och ändrad', 'Lista utan namn']);
    expect(await words('batch', 'en')).toEqual(['Deleted and changed', 'List without a name']);
  });

  test('X12: its question says who used a code, how many are in it, and that all else is gone', async () => {
    await ask('order-1');
    await screen.findByText('Order utan nummer');
    await screen.findByText(
      /Du tog bort den .*\. Johan Berg använde en kod i den .*\. Ingen visste om den andra\. Nu har den 2 koder, varav 1 har använts\. Det som i övrigt stod om den finns inte kvar\./,
    );
    expect((await screen.findByRole<HTMLInputElement>('radio', { name: /^Kvar/ })).checked).toBe(
      true,
    );
    await screen.findByText(
      'Den läggs i papperskorgen med sina koder, på alla enheter, och kan återställas därifrån.',
    );
  });

  test('X12: in English as well, of a list of app codes', async () => {
    await ask('batch', 'en');
    await screen.findByText('List without a name');
    await screen.findByText(
      /Johan Berg used a code in it .* Now it has 1 code, which was used\. Everything else/,
    );
  });

  test('X12: the list of credit, its own page and its codes name it', async () => {
    const list = showWith(app, CreditList, {}, 'sv', texts('sv'));
    await screen.findByRole('link', { name: /^Lista utan namn/ });
    await screen.findByRole('link', { name: /^Utan belopp\s*Utan ordernummer/ });
    list.unmount();
    const order = showWith(app, OrderDetail, { orderId: 'order-1' }, 'sv', texts('sv'));
    await screen.findByRole('heading', { level: 1, name: 'Utan belopp' });
    // A draft, since nobody knows more; its codes are one tap away all the same.
    await screen.findByRole('link', { name: 'Visa koderna' });
    order.unmount();
    showWith(app, CodeList, { parentId: 'batch' }, 'sv', texts('sv'));
    await screen.findByRole('heading', { level: 1, name: 'Lista utan namn' });
  });

  test.each(['light', 'dark'] as const)(
    'X14: axe finds nothing in the question, in the %s theme',
    async (theme) => {
      inTheme(theme);
      await ask('order-1');
      await screen.findByText('Order utan nummer');
      expect(await faults()).toEqual([]);
    },
  );
});

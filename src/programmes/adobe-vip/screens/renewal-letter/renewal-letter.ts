import type { CustomerRenewal } from '#programmes/adobe-vip/rules/renewal/customer-renewal.ts';
import { holdersOf } from '#programmes/adobe-vip/rules/plan/holders-once.ts';
import type { NoticeKind } from '#programmes/adobe-vip/rules/renewal/notices.ts';
import { losesAccess } from '#programmes/adobe-vip/rules/renewal/renewal-need.ts';
import type { VipCustomer } from '#programmes/adobe-vip/rules/customer/vip-customer.ts';
import { vipIdGroups } from '#programmes/adobe-vip/rules/customer/vip-id.ts';
import { fromCents, isAmount, toCents } from '#core/money.ts';
import type { Day } from '#core/day/day.ts';
import { formatFor } from '#core/language/format.ts';
import type { Language, Messages } from '#core/language/language.ts';
import type { renewalLetters } from '#programmes/adobe-vip/words/sv/vip-renewal-letters.ts';
import { shownLevel } from '../customer/shown-level.ts';
import type { BasketLine, RenewalBasket } from '../renewal/renewal-basket.svelte.ts';

/** What a letter is about: an offer, or one of the notices. */
export type LetterAbout = 'quote' | NoticeKind;

/** A letter as it goes to the customer's admin. */
export type RenewalLetter = { readonly subject: string; readonly body: string };

type Words = Messages<typeof renewalLetters>;

type Given = {
  readonly about: LetterAbout;
  readonly customer: VipCustomer;
  readonly renewal: CustomerRenewal;
  readonly basket: Pick<RenewalBasket, 'ordered' | 'level' | 'count' | 'sums'>;
  /** Who writes. */
  readonly sender: string;
  readonly today: Day;
};

const lineOf = (
  { plan, quantity, sku, price }: BasketLine,
  withPrices: boolean,
  words: Words,
  language: Language,
) => {
  const line = words.line(quantity, plan.product, sku);
  if (!withPrices || price === undefined || !isAmount(price.yearlyPrice)) return line;
  const { money } = formatFor(language);
  const sum = fromCents(toCents(price.yearlyPrice) * BigInt(quantity));
  return line + words.price(money(price.yearlyPrice, price.currency), money(sum, price.currency));
};

/** Who is left without, by name where the names are known; '' where nobody is or nobody knows. */
const losingWords = ({ customer, renewal }: Given, words: Words, language: Language): string => {
  // What renews by itself leaves nobody without, for all that is known (adobe.md §8.46).
  if (renewal.need === 0 || renewal.renewsItself) return '';
  const { holders } = customer.data;
  const losses = renewal.plans.map((plan) => losesAccess(holdersOf(holders, plan.key), plan.need));
  const names = losses.flatMap(({ losing }) => losing.map(({ name }) => name));
  const unnamed = losses.reduce((sum, loss) => sum + loss.unnamed, 0);
  const all = names.length > 0 && unnamed > 0 ? [...names, words.others(unnamed)] : names;
  return words.losing(formatFor(language).list(all), renewal.need);
};

const openingOf = (
  { about, renewal, basket }: Given,
  [day, last]: readonly [string, string],
  words: Words,
): string => {
  if (about === 'quote' || !renewal.renewsItself) return words[about](day, last);
  const sentence = words.itself[about](day, last);
  return basket.ordered.length === 0 ? sentence : `${sentence} ${words.itself.suggest}`;
};

/**
 * A letter about a customer's renewal in a language: what is left to renew, and from the
 * anniversary on whom it concerns (C11).
 */
export const writeRenewalLetter = (
  given: Given,
  words: Words,
  language: Language,
): RenewalLetter => {
  const { about, customer, renewal, basket, sender, today } = given;
  const format = formatFor(language);
  const { data } = customer;
  const [day, last] = [renewal.anniversary, renewal.standing.lastOrderDay].map((date) =>
    format.dayLong(date, today),
  );
  const sums = basket.sums.map(({ amount, currency }) => format.money(amount, currency));
  const isQuote = about === 'quote';
  const lines = basket.ordered.map((line) => lineOf(line, isQuote, words, language));
  const from =
    basket.ordered
      .map(({ price }) => price?.validFrom ?? '')
      .toSorted()
      .at(-1) ?? '';
  const totals = [
    words.level(shownLevel(basket.level), basket.count + renewal.renewed),
    ...(isQuote && sums.length > 0 ? [words.total(format.list(sums))] : []),
    ...(isQuote && from > today ? [words.pricesFrom(format.dayLong(from, today))] : []),
  ];
  const parts = [
    words.greeting(data.adminName),
    openingOf(given, [day ?? '', last ?? ''], words),
    lines.join('\n'),
    isQuote
      ? totals.join('\n')
      : about === 'time-to-renew'
        ? ''
        : losingWords(given, words, language),
    words.ask,
    data.vipId === '' ? '' : words.vipId(vipIdGroups(data.vipId)),
    words.ending(sender),
  ];
  const subject =
    isQuote || !renewal.renewsItself
      ? words.subjects[about](data.name)
      : words.itself.subject(data.name);
  return { subject, body: parts.filter(Boolean).join('\n\n') };
};

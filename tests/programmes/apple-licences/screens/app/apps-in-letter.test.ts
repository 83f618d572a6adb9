import { expect, test } from 'vitest';
import { formatFor } from '#core/language/format.ts';
import { numberedApps as english } from '#programmes/apple-licences/words/en/numbered-apps.ts';
import { numberedApps as swedish } from '#programmes/apple-licences/words/sv/numbered-apps.ts';
import {
  appsInLetter,
  type KnownApp,
} from '#programmes/apple-licences/screens/user/apps-in-letter.ts';

const app = (adamId: string, name = '', productType = 'App'): KnownApp => ({
  adamId,
  name,
  productType,
});
const [pages, keys] = [app('1', 'Ordlådan'), app('2', 'Bildboken')];
const book = (adamId: string): KnownApp => app(adamId, adamId, 'Book');

test.each<[readonly KnownApp[], string, string]>([
  [[], '', ''],
  [[pages, keys], 'Ordlådan och Bildboken', 'Ordlådan and Bildboken'],
  [[app('900')], 'App 900', 'App 900'],
  [[app('900', '900')], 'App 900', 'App 900'],
  [[book('77')], 'Bok 77', 'Book 77'],
  [[app('900'), pages], 'Ordlådan och App 900', 'Ordlådan and App 900'],
  [[app('900'), app('901', '901')], '2 appar', '2 apps'],
  [[app('900'), pages, app('901')], 'Ordlådan och 2 appar till', 'Ordlådan and another 2 apps'],
  [[book('77'), book('78'), book('79')], '3 böcker', '3 books'],
  [
    [book('77'), app('900'), pages],
    'Ordlådan och 2 appar och böcker till',
    'Ordlådan and another 2 apps and books',
  ],
  [[pages, keys, app('1', 'Ordlådan')], 'Ordlådan och Bildboken', 'Ordlådan and Bildboken'],
  [[app('900'), app('900', '900'), pages], 'Ordlådan och App 900', 'Ordlådan and App 900'],
  [[app('1'), pages], 'Ordlådan', 'Ordlådan'],
])('B12: the apps of a letter, %j', (apps, sv, en) => {
  expect(appsInLetter(apps, swedish, formatFor('sv').list)).toBe(sv);
  expect(appsInLetter(apps, english, formatFor('en').list)).toBe(en);
});

import { describe, expect, test } from 'vitest';
import { dayMark, readDays } from '#core/day/written-day.ts';

describe('written days', () => {
  const plain = [
    '2026-12-31',
    '2026/12/31',
    '2026.12.31',
    '20261231',
    '46387',
    '46387.75',
    '12/31/2026',
    '31/12/2026',
    '31.12.2026',
    '31. 12. 2026',
    '31-12-2026',
    '12-31-2026',
    '31 12 2026',
    '12.31.2026',
    '31122026',
    '31.12.26',
    '31/12/26',
    '12/31/26',
    '31 dec 2026',
    '31 dec. 2026',
    '31-Dec-26',
    '31 december 2026',
    'den 31 december 2026',
    'Dec 31, 2026',
    'December 31st, 2026',
    'Thu Dec 31 2026 10:00',
    '2026 Dec 31',
    '31. Dezember 2026',
    '31. Dez. 2026 um 10:00 Uhr',
    '31 décembre 2026',
    '31 déc. 2026 à 10h30',
    '31 de diciembre de 2026',
    '31 dic 2026',
    'jueves, 31 de diciembre de 2026',
    '31 desember 2026',
    'torsdag den 31. december 2026',
    '31. joulukuuta 2026',
    '31. joulukuuta 2026 klo 10.00',
    '2026-12-31T23:59:00Z',
    '2026-12-31 08:00',
    '12/31/2026 1:00 PM',
    '31.12.2026 kl. 10.30',
    ' 2026-12-31 ',
    '２０２６-12-31',
    '2026-12-31 00:00:00',
  ];
  test.each(plain)('A5: %s is one day', (written) => {
    expect(readDays(written).map(({ day }) => day)).toEqual(['2026-12-31']);
  });

  const unclear: readonly (readonly [string, readonly string[]])[] = [
    ['03/04/2026', ['dmy 2026-04-03', 'mdy 2026-03-04']],
    ['03-04-2026', ['dmy 2026-04-03', 'mdy 2026-03-04']],
    ['3/4/26', ['dmy 2026-04-03', 'mdy 2026-03-04']],
    ['26-12-31', ['ymd 2026-12-31', 'dmy 2031-12-26']],
    ['05/05/2026', ['dmy 2026-05-05']],
    ['3.4.2026', ['dmy 2026-04-03']],
  ];
  test.each(unclear)('A5: %s reads as %j', (written, readings) => {
    expect(readDays(written).map(({ order, day }) => `${order} ${day}`)).toEqual(readings);
  });

  const none = [
    '',
    '-',
    'n/a',
    '2026-02-29',
    '2026-13-01',
    '31/31/2026',
    '1250',
    '12345',
    '99999',
    '1.2',
    '31 foo 2026',
    // A Tuesday or March.
    'mar. 7 avr. 2026',
  ];
  test.each([
    ...none,
    '2026-1',
    '1/2',
    '31 dec',
    '1899-12-31',
    '3026-01-01',
    'Order 12',
    '2026-12-31-01',
  ])('A5: "%s" is no day', (written) => {
    expect(readDays(written)).toEqual([]);
  });

  test('A5: every month by its Swedish and English names', () => {
    const names = [
      'januari',
      'februari',
      'mars',
      'april',
      'maj',
      'juni',
      'juli',
      'augusti',
      'september',
      'oktober',
      'november',
      'december',
      'January',
      'February',
      'March',
      'April',
      'May',
      'June',
      'July',
      'August',
      'September',
      'October',
      'November',
      'December',
      'jan',
      'feb',
      'mar',
      'apr',
      'maj',
      'jun',
      'jul',
      'aug',
      'sep',
      'okt',
      'nov',
      'dec',
    ];
    const days = names.map((name) => readDays(`7 ${name} 2026`).map(({ day }) => day));
    expect(days).toEqual(
      names.map((_, at) => [`2026-${String((at % 12) + 1).padStart(2, '0')}-07`]),
    );
  });

  test.each([
    [
      'German',
      'Januar Februar März April Mai Juni Juli August September Oktober November Dezember',
    ],
    ['German, no umlaut', 'Jan Feb Maerz Apr Mai Jun Jul Aug Sept Okt Nov Dez'],
    [
      'Austrian',
      'Jänner Feber März April Mai Juni Juli August September Oktober November Dezember',
    ],
    [
      'French',
      'janvier février mars avril mai juin juillet août septembre octobre novembre décembre',
    ],
    ['French, cut short', 'janv févr mars avr mai juin juil août sept oct nov déc'],
    [
      'Spanish',
      'enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre',
    ],
    ['Spanish, cut short', 'ene feb mar abr may jun jul ago sept oct nov dic'],
    [
      'Dutch',
      'januari februari maart april mei juni juli augustus september oktober november december',
    ],
    ['Dutch, cut short', 'jan feb mrt apr mei jun jul aug sep okt nov dec'],
    [
      'Norwegian',
      'januar februar mars april mai juni juli august september oktober november desember',
    ],
    [
      'Danish',
      'januar februar marts april maj juni juli august september oktober november december',
    ],
    [
      'Finnish',
      'tammikuuta helmikuuta maaliskuuta huhtikuuta toukokuuta kesäkuuta heinäkuuta elokuuta syyskuuta lokakuuta marraskuuta joulukuuta',
    ],
  ])('A5: every month by its name in %s', (_, names) => {
    const days = names.split(' ').map((name) => readDays(`7. ${name} 2026`).map(({ day }) => day));
    expect(days).toEqual(
      Array.from({ length: 12 }, (_, at) => [`2026-${String(at + 1).padStart(2, '0')}-07`]),
    );
  });

  test('A5: the mark between the figures', () => {
    expect(['03/04/2026', '3.4.2026', '2026-12-31', '46387', '31 dec 2026'].map(dayMark)).toEqual([
      '/',
      '.',
      '-',
      '',
      '',
    ]);
  });
});

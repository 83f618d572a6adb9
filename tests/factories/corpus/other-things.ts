import { LICENCES, NOTHING_HERE, one, type Expected, type Shape } from './shape.ts';
import { serialOf } from './made-up.ts';
import { textFile } from './written.ts';

const SEEN = 'likely: what an administrator has beside it in the same folder';
const people: Expected = one(LICENCES, { kind: 'users' });

const other = (file: string, text: string, expected: Expected = NOTHING_HERE): Shape =>
  textFile(file, text, { seen: SEEN, expected });

/** Lists that look like ours in part, and are none. */
export const otherThings: readonly Shape[] = [
  other(
    'other-bookmarks.csv',
    'Link\nhttps://www.nordby.example/schema\nhttps://www.nordby.example/mat\nhttps://support.apple.com/102073\n',
  ),
  other(
    'other-bookmarks-with-titles.csv',
    'Title;Url\nSchema;https://www.nordby.example/schema\nMat;https://www.nordby.example/mat\n',
  ),
  other(
    'other-customers-with-shops.csv',
    'Kund;Ort;Länk\nBageri Ek;Nordby;https://ek.example\nAlms Blommor;Västby;https://alm.example\n',
    // Somebody's customers they are: whether a reseller's, only the reseller can say.
    { never: ['apple-credit/*', 'apple-licences/*'], asks: true },
  ),
  other(
    'other-customers.csv',
    'Kund;Kontakt;Telefon;Ort\nBageri Ek;Ada Ek;08-123 456;Nordby\nAlms Blommor;Bo Alm;08-654 321;Västby\n',
    { never: ['apple-credit/*', 'apple-licences/*'], asks: true },
  ),
  other(
    'other-pupils.csv',
    'Elev;Klass;E-post\nAda Ek;7A;ada.ek@nordby.example\nBo Alm;7A;bo.alm@nordby.example\n',
    people,
  ),
  other(
    'other-pupils-without-addresses.csv',
    'Elev;Klass;Mentor\nAda Ek;7A;Cilla Dal\nBo Alm;7A;Cilla Dal\n',
    {
      never: ['apple-credit/*', 'adobe-vip/*', 'apple-licences/apps', 'apple-licences/installs'],
    },
  ),
  other(
    'other-devices.csv',
    `Serial Number,Model,Asset Tag,Location\n${serialOf(1)},iPad,A-1,Nordby\n${serialOf(2)},iPad,A-2,Nordby\n`,
  ),
  other(
    'other-devices-without-known-headings.csv',
    'Enhet;S/N;Inköpt\niPad;DMPXK2ABJF8J;2024-08-01\niPad;DMPXK2ABJF9K;2024-08-01\niPad;DMPXK2ABJG1L;2024-08-01\n',
  ),
  other(
    'other-devices-with-users.csv',
    `Device name,Serial number,User principal name,Last check-in\niPad-0101,${serialOf(101)},ada.ek@nordby.example,2026-11-19\n`,
    { never: ['apple-credit/*', 'adobe-vip/*', 'apple-licences/apps', 'apple-licences/installs'] },
  ),
  other(
    'other-device-states.csv',
    `Enhetsnamn;Serienummer;Status\niPad-0101;${serialOf(101)};I bruk\niPad-0102;${serialOf(102)};Lagning\n`,
  ),
  other(
    'other-bookshop-invoice.csv',
    'Fakturanummer;ISBN;Titel;Antal;Pris;Belopp\nB-1;9789100000011;Räkna mer;30;120,00;3600,00\nB-1;9789100000028;Läs mer;25;99,00;2475,00\n',
  ),
  other(
    'other-hardware-invoice.csv',
    'Fakturanummer;Artikelnummer;Benämning;Antal;À-pris;Belopp\nH-1;MK2K3KS/A;iPad 64 GB;30;3600,00;108000,00\nH-1;MLA22S/A;Tangentbord;2;1400,00;2800,00\n',
  ),
  other(
    'other-catalogue.csv',
    'Art.nr;Benämning;Pris\n1001;Penna blå;4,50\n1002;Penna röd;4,50\n1003;Block A4;12,00\n',
  ),
  other(
    'other-price-list.csv',
    'Part Number,Description,List Price,Currency\nAAA-10732,Office Suite,120.00,EUR\nAAA-10842,Server Client,35.00,EUR\n',
  ),
  other(
    'other-timetable.csv',
    'Tid;Måndag;Tisdag;Onsdag\n08:15;Matematik;Svenska;Idrott\n09:30;Svenska;Matematik;Slöjd\n',
    // Whoever looks after three programmes did not look for codes alone.
    NOTHING_HERE,
  ),
  other(
    'other-courses.csv',
    'Kurskod;Kurs;Poäng\nMATMAT01A;Matematik 1a;100\nSVESVE01B;Svenska 1;100\nENGENG05C;Engelska 5;100\n',
  ),
  other('other-countries.csv', 'Code,Country\nSE,Sweden\nNO,Norway\nDK,Denmark\n'),
  other(
    'other-rooms.csv',
    'Rum;Kod;Länk\nA101;4417;https://boka.nordby.example/a101\nA102;9021;https://boka.nordby.example/a102\n',
  ),
  other(
    'other-library.csv',
    'Title,ISBN,Copies\nRäkna mer,9789100000011,30\nLäs mer,9789100000028,25\nSkriv mer,9789100000035,12\n',
  ),
  other('other-staff-phones.csv', 'Namn;Telefon\nAda Ek;46701234567\nBo Alm;46707654321\n', {
    never: ['apple-credit/*', 'adobe-vip/*', 'apple-licences/apps', 'apple-licences/installs'],
  }),
  other(
    'other-book-orders.csv',
    'Ordernummer;Titel;Antal;Belopp\n10231;Räkna mer;30;3600,00\n10232;Läs mer;25;2475,00\n',
  ),
  other(
    'other-web-shop-orders.csv',
    'Order,Date,Customer,Email,Total,Currency\n#1001,2026-11-19,Ada Ek,ada.ek@nordby.example,120.00,SEK\n#1002,2026-11-20,Bo Alm,bo.alm@nordby.example,80.00,SEK\n',
    // Somebody's own list of credit orders may look so as well.
    { never: ['apple-licences/*', 'adobe-vip/*'], asks: true },
  ),
  other(
    'other-web-shop-orders-shipped.csv',
    'Order Number,Order Date,Customer Name,Email,Shipping Method,Order Total,Currency\n1001,2026-11-19,Ada Ek,ada.ek@nordby.example,Parcel,120.00,SEK\n1002,2026-11-20,Bo Alm,bo.alm@nordby.example,Parcel,80.00,SEK\n',
  ),
  other(
    'other-bank-statement.csv',
    'Datum;Text;Belopp;Saldo\n2026-11-19;Hyra;-8000,00;12000,00\n2026-11-20;Lön;25000,00;37000,00\n',
  ),
  other(
    'other-wishes.csv',
    'Tidstämpel;E-postadress;Vilken app vill du ha?\n2026-11-19 08:15:00;ada.ek@nordby.example;Testapp Musik\n2026-11-19 08:20:00;bo.alm@nordby.example;Testapp Musik\n',
    { never: ['apple-credit/*', 'adobe-vip/*', 'apple-licences/apps', 'apple-licences/installs'] },
  ),
  other('other-wanted-apps.csv', 'App;Önskas av;Motivering\nTestapp Musik;Ada Ek;Kör\n', {
    never: ['apple-credit/*', 'adobe-vip/*', 'apple-licences/installs'],
  }),
  other(
    'other-product-keys.csv',
    'Product;Product Key\nOffice Suite;FAKE1-FAKE2-FAKE3-FAKE4-FAKE5\nOffice Suite;FAKE6-FAKE7-FAKE8-FAKE9-FAKE0\n',
  ),
  other(
    'other-tokens.csv',
    'Account Name,Organization,Location,Last Synchronized,Expiry Date\ninnehall,Nordby Kommun Skolor,Nordby Gymnasium,2026-11-19,2027-03-14\n',
    { never: ['apple-credit/*', 'adobe-vip/*', 'apple-licences/apps', 'apple-licences/installs'] },
  ),
  other(
    'other-prose.txt',
    'Det här är ett brev.\nDet har inga kolumner, men kommatecken, och flera rader.\n',
  ),
  other('other-figures.csv', '1;2;3\n4;5;6\n7;8;9\n'),
];

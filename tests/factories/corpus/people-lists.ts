import { adamIdOf, serialOf } from './made-up.ts';
import { LICENCES, one, type ExpectedSheet, type Shape } from './shape.ts';
import { bookFile } from './workbook.ts';
import { textFile } from './written.ts';

const users = (sheet: Omit<ExpectedSheet, 'kind'>) => one(LICENCES, { kind: 'users', ...sheet });
const assignments = (sheet: Omit<ExpectedSheet, 'kind'>) =>
  one(LICENCES, { kind: 'assignments', ...sheet });

const people = (file: string, headings: string): Shape =>
  textFile(
    file,
    `${headings}\nAda Ek;7A;ada.ek@nordby.example\nBo Alm;7A;bo.alm@nordby.example\n`,
    {
      seen: 'likely: a school’s own list of pupils',
      expected: users({ headings: 1, rows: 2, asks: false }),
    },
  );

const holders = (file: string, headings: string): Shape =>
  textFile(
    file,
    `${headings}\nTestapp Musik;${adamIdOf(2)};ada.ek@nordby.example\nTestapp Musik;${adamIdOf(2)};bo.alm@nordby.example\n`,
    {
      seen: 'likely: a school’s own list of who has which app',
      expected: assignments({ headings: 1, rows: 2, asks: false }),
    },
  );

/** Lists of people, and of who has which licence. */
export const peopleLists: readonly Shape[] = [
  textFile(
    'users-school-manager.csv',
    `person_id,person_number,first_name,middle_name,last_name,grade_level,email_address,sis_username,password_policy,location_id
P1,1,Ada,,Ek,7,ada.ek@nordby.example,adaek,4,L1
P2,2,Bo,,Alm,7,bo.alm@nordby.example,boalm,4,L1
`,
    {
      seen: 'likely: students.csv of Apple School Manager’s SFTP upload (from memory)',
      expected: users({ headings: 1, rows: 2 }),
    },
  ),
  textFile(
    'users-school-manager-export.csv',
    `Name,Managed Apple Account,Email,Role,Location,Status\nAda Ek,ada.ek@appleid.nordby.example,ada.ek@nordby.example,Student,Nordby skola,Active\nBo Alm,bo.alm@appleid.nordby.example,,Staff,Nordby skola,New\n`,
    {
      seen: 'likely: accounts of Apple School Manager',
      expected: users({ headings: 1, rows: 2 }),
    },
  ),
  textFile(
    'users-meraki.csv',
    'Email,Name,Notes\nada.ek@nordby.example,Ada Ek,\nbo.alm@nordby.example,Bo Alm,substitute\n',
    {
      seen: 'Meraki’s import of VPP users (apple.md §3.3)',
      expected: users({ headings: 1, rows: 2 }),
    },
  ),
  textFile(
    'users-entra.csv',
    'userPrincipalName,displayName,surname,mail,givenName,id,userType,jobTitle,department,accountEnabled\nada.ek@nordby.example,Ada Ek,Ek,ada.ek@nordby.example,Ada,33333333-0000-0000-0000-000000000001,Member,,7A,True\nbo.alm@nordby.example,Bo Alm,Alm,,Bo,33333333-0000-0000-0000-000000000002,Member,,7A,True\n',
    {
      seen: 'Entra admin center, "Download users" (from memory: likely)',
      expected: users({ headings: 1, rows: 2 }),
    },
  ),
  textFile(
    'users-google.csv',
    'First Name [Required],Last Name [Required],Email Address [Required],Status [READ ONLY],Org Unit Path [Required]\nAda,Ek,ada.ek@nordby.example,Active,/Elever\nBo,Alm,bo.alm@nordby.example,Suspended,/Elever\n',
    {
      seen: 'Google Admin console, "Download users" (from memory: likely)',
      expected: users({ headings: 1, rows: 2 }),
    },
  ),
  textFile(
    'users-jamf-school.csv',
    'Username,Email,First name,Last name,Groups,Location\nada.ek,ada.ek@nordby.example,Ada,Ek,7A,Nordby skola\nbo.alm,bo.alm@nordby.example,Bo,Alm,7A,Nordby skola\n',
    { seen: 'likely: Jamf School', expected: users({ headings: 1, rows: 2 }) },
  ),
  textFile(
    'users-vpp-terms.csv',
    'User name,User principal name,VPP terms status\nAda Ek,ada.ek@nordby.example,Accepted\nBo Alm,bo.alm@nordby.example,Not accepted\n',
    {
      seen: 'the Intune page of 2016 has this column for each user (SEED1, apple.md §5)',
      expected: users({ headings: 1, rows: 2 }),
    },
  ),
  people('users-swedish.csv', 'Namn;Klass;E-post'),
  people('users-english.csv', 'Name;Class;Email'),
  people('users-german.csv', 'Name;Klasse;E-Mail-Adresse'),
  people('users-french.csv', 'Nom;Classe;Adresse e-mail'),
  people('users-spanish.csv', 'Nombre;Clase;Correo electrónico'),
  people('users-dutch.csv', 'Naam;Klas;E-mailadres'),
  people('users-norwegian.csv', 'Navn;Klasse;E-post'),
  people('users-danish.csv', 'Navn;Klasse;E-mail'),
  people('users-finnish.csv', 'Nimi;Luokka;Sähköposti'),
  textFile(
    'users-pupils-with-number-below.csv',
    'Klasslista 7A\nElev;E-post\nAda Ek;ada.ek@nordby.example\nBo Alm;bo.alm@nordby.example\nAntal elever;2\n',
    {
      seen: 'likely: a class list of a school’s register',
      expected: users({ headings: 2, rows: 2, unreadable: { 5: 'total-row' } }),
    },
  ),
  textFile(
    'users-google-with-total.csv',
    'First Name [Required],Last Name [Required],Email Address [Required],Status [READ ONLY],Org Unit Path [Required]\nAda,Ek,ada.ek@nordby.example,Active,/Elever\nBo,Alm,bo.alm@nordby.example,Suspended,/Elever\nTotal,,2,,\n',
    {
      seen: 'likely: opened in a spreadsheet and summed up',
      expected: users({ headings: 1, rows: 2, unreadable: { 4: 'total-row' } }),
    },
  ),
  textFile(
    'users-with-client-ids-and-total.csv',
    'clientUserId,Name,Class\nu-1007,Ada Ek,7A\nu-1008,Bo Alm,7A\n2,Summa,7A\n2 users,,\n',
    {
      seen: 'likely: a sum in the column of what tells people apart',
      expected: users({ headings: 1, rows: 2, unreadable: { 4: 'total-row', 5: 'total-row' } }),
    },
  ),
  bookFile(
    'users-a-sheet-a-class.xlsx',
    [
      {
        name: '7A',
        rows: [
          ['Förnamn', 'Efternamn', 'E-postadress'],
          ['Ada', 'Ek', 'ada.ek@nordby.example'],
        ],
      },
      {
        name: '7B',
        rows: [
          ['Förnamn', 'Efternamn', 'E-postadress'],
          ['Bo', 'Alm', 'bo.alm@nordby.example'],
        ],
      },
    ],
    {
      seen: 'likely: a school’s own Excel',
      expected: {
        programme: LICENCES,
        sheets: [
          { name: '7A', kind: 'users', headings: 1, rows: 1 },
          { name: '7B', kind: 'users', headings: 1, rows: 1 },
        ],
      },
    },
  ),
  textFile(
    'assignments-api-names.csv',
    `adamId,pricingParam,clientUserId,serialNumber\n${adamIdOf(2)},STDQ,u-1007,\n${adamIdOf(2)},STDQ,,${serialOf(101)}\n`,
    {
      seen: 'the fields of Apple’s assignments (apple.md §2.2), as a script would write them',
      expected: assignments({ headings: 1, rows: 2 }),
    },
  ),
  textFile(
    'assignments-intune.csv',
    `App name,App Store ID,User,User principal name,License type\nTestapp Musik,${adamIdOf(2)},Ada Ek,ada.ek@nordby.example,User\nTestapp Musik,${adamIdOf(2)},Bo Alm,bo.alm@nordby.example,Device\n`,
    {
      seen: 'likely: Intune’s list of assigned licences',
      // A licence of a device that the list does not name is nobody's, and not its user's.
      expected: assignments({
        headings: 1,
        rows: 1,
        unreadable: { 3: 'serial-number-missing' },
      }),
    },
  ),
  textFile(
    'assignments-devices.csv',
    `App,Adam ID,Serial number\nTestapp Musik,${adamIdOf(2)},${serialOf(101)}\nTestapp Matematik,${adamIdOf(1)},${serialOf(101)}\n`,
    { seen: 'likely: Jamf Pro', expected: assignments({ headings: 1, rows: 2 }) },
  ),
  holders('assignments-swedish.csv', 'App;Adam-ID;E-post'),
  holders('assignments-german.csv', 'App;App Store-ID;E-Mail-Adresse'),
  holders('assignments-french.csv', 'App;Identifiant App Store;Adresse e-mail'),
  textFile(
    'assignments-a-column-an-app.csv',
    'Elev;E-post;Testapp Musik;Testapp Matematik\nAda Ek;ada.ek@nordby.example;x;x\nBo Alm;bo.alm@nordby.example;;x\n',
    {
      seen: 'likely: a school’s own cross table',
      expected: {
        never: ['apple-credit/*', 'adobe-vip/*', 'apple-licences/apps', 'apple-licences/installs'],
      },
    },
  ),
];

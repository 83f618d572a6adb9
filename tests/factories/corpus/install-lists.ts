import { serialOf } from './made-up.ts';
import { LICENCES, one, type ExpectedSheet, type Shape } from './shape.ts';
import { textFile } from './written.ts';

const installs = (sheet: Omit<ExpectedSheet, 'kind'>) =>
  one(LICENCES, { kind: 'installs', ...sheet });

const translated = (
  file: string,
  headings: string,
  installed: string,
  failed: string,
  user: 'user' | 'userName' = 'user',
): Shape =>
  textFile(
    file,
    `${headings}\niPad-0101;ada.ek@nordby.example;${installed}\niPad-0102;bo.alm@nordby.example;${failed}\n`,
    {
      seen: 'likely: Intune’s page "Device install status" in another language',
      expected: installs({
        headings: 1,
        rows: 2,
        fields: { deviceName: 0, [user]: 1, state: 2 },
        values: { 2: { line: { state: 'installed' } }, 3: { line: { state: 'failed' } } },
      }),
    },
  );

/** Lists of which device or user has an app installed. */
export const installLists: readonly Shape[] = [
  textFile(
    'installs-intune-devices.csv',
    `"DeviceName","UserPrincipalName","Platform","AppVersion","DeviceId","AppInstallState","AppInstallState_loc","HexErrorCode","LastModifiedDateTime","UserName"
"iPad-0101","ada.ek@nordby.example","iOS","1.0","22222222-0000-0000-0000-000000000101","1","Installed","0x00000000","2026-11-19 06:02:00.0000000","Ada Ek"
"iPad-0102","bo.alm@nordby.example","iOS","1.0","22222222-0000-0000-0000-000000000102","2","Failed","0x87D13B7E","2026-11-19 06:02:00.0000000","Bo Alm"
`,
    {
      seen: 'Intune’s report DeviceInstallStatusByApp (Microsoft Learn)',
      expected: installs({
        headings: 1,
        rows: 2,
        fields: { deviceName: 0, user: 1, state: 6, errorCode: 7 },
        values: { 3: { line: { state: 'failed', code: '0x87D13B7E' } } },
      }),
    },
  ),
  textFile(
    'installs-intune-users.csv',
    `"UserPrincipalName","UserName","FailedCount","PendingInstallCount","InstalledCount","NotInstalledCount","NotApplicableCount"
"ada.ek@nordby.example","Ada Ek","0","0","2","0","0"
"bo.alm@nordby.example","Bo Alm","1","0","1","0","0"
`,
    {
      seen: 'Intune’s report UserInstallStatusAggregateByApp (Microsoft Learn)',
      expected: installs({ headings: 1, rows: 2, fields: { user: 0, installed: 4, failed: 2 } }),
    },
  ),
  textFile(
    'installs-intune-per-app.csv',
    `"ApplicationId","DisplayName","Publisher","Platform","AppVersion","FailedDevicePercentage","InstalledDeviceCount","FailedDeviceCount","PendingInstallDeviceCount"
"11111111-0000-0000-0000-000000000417","Procreate","Savage","iOS","","0","116","0","4"
`,
    {
      seen: 'Intune’s report AppInstallStatusAggregate (apple.md §3.3): nobody is named',
      expected: { refused: 'installs-per-app' },
    },
  ),
  translated(
    'installs-english.csv',
    'Device name;User name;Status',
    'Installed',
    'Failed',
    'userName',
  ),
  translated(
    'installs-swedish.csv',
    'Enhetsnamn;Användarnamn;Status',
    'Installerad',
    'Misslyckades',
    'userName',
  ),
  translated(
    'installs-german.csv',
    'Gerätename;Benutzerprinzipalname;Installationsstatus',
    'Installiert',
    'Fehler',
  ),
  translated(
    'installs-french.csv',
    'Nom de l’appareil;Nom d’utilisateur principal;État de l’installation',
    'Installé',
    'Échec',
  ),
  translated(
    'installs-spanish.csv',
    'Nombre del dispositivo;Nombre principal de usuario;Estado de instalación',
    'Instalada',
    'Error',
  ),
  translated(
    'installs-dutch.csv',
    'Apparaatnaam;User principal name;Installatiestatus',
    'Geïnstalleerd',
    'Mislukt',
  ),
  translated(
    'installs-norwegian.csv',
    'Enhetsnavn;Brukerhovednavn;Installasjonsstatus',
    'Installert',
    'Mislyktes',
  ),
  translated(
    'installs-danish.csv',
    'Enhedsnavn;Brugerens hovednavn;Installationsstatus',
    'Installeret',
    'Mislykkedes',
  ),
  translated(
    'installs-finnish.csv',
    'Laitteen nimi;Täydellinen käyttäjätunnus;Asennuksen tila',
    'Asennettu',
    'Epäonnistui',
  ),
  textFile(
    'installs-with-total.csv',
    `Device name,Serial number,Install status\niPad-0101,${serialOf(101)},Installed\niPad-0102,${serialOf(102)},Not installed\n,,Perhaps\n\nTotal,2,\n`,
    {
      seen: 'likely: a list that someone counts in',
      expected: installs({ headings: 1, rows: 2, unreadable: { 4: 'nobody-named' }, aside: [6] }),
    },
  ),
  textFile(
    'installs-jamf.csv',
    `Computer Name,Serial Number,Username,App Name,App Status\niPad-0101,${serialOf(101)},ada.ek,Testapp Musik,Installed\niPad-0102,${serialOf(102)},bo.alm,Testapp Musik,Pending\n`,
    {
      seen: 'likely: an inventory report of Jamf Pro',
      expected: installs({
        headings: 1,
        rows: 2,
        fields: { serialNumber: 1, state: 4, appName: 3 },
      }),
    },
  ),
];

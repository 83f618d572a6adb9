import { describe, expect, test } from 'vitest';
import { licenceTable } from '#programmes/apple-licences/import/read/columns.ts';
import {
  fieldOf,
  isIntuneVolumeType,
  productTypeOf,
  saysNoLimit,
  yesOrNo,
} from '#programmes/apple-licences/import/read/headings.ts';
import { installTable } from '#programmes/apple-licences/import/read/install-columns.ts';
import {
  installFieldOf,
  readInstallState,
} from '#programmes/apple-licences/import/read/install-headings.ts';
import { languages } from '#programmes/apple-licences/import/read/words/languages.ts';
import { wordsIn } from '#core/import/heading-words.ts';
import { sheetOf } from '#tests/factories/sheet-rows.ts';
import { onlyWithAccents, uselessWords, withTwoMeanings } from '#tests/factories/word-lists.ts';

const sheet = (headings: string, row: string) => sheetOf([headings.split('|'), row.split('|')]);

const LICENCES = {
  Swedish: 'App-ID|Appnamn|Produkttyp|Köpta licenser|Tilldelade|Lediga|Plats|Datum',
  English: 'App ID|App name|Product type|Total licenses|Assigned|Available|Location|Date',
  German: 'App-ID|App-Name|Produkttyp|Gekaufte Lizenzen|Zugewiesen|Verfügbar|Standort|Datum',
  French:
    'ID de l’app|Nom de l’app|Type de produit|Licences achetées|Attribuées|Disponibles|Lieu|En date du',
  Spanish:
    'ID de la app|Nombre de la app|Tipo de producto|Licencias compradas|Asignadas|Disponibles|Ubicación|Fecha',
  Dutch: 'App-ID|App-naam|Producttype|Gekochte licenties|Toegewezen|Beschikbaar|Locatie|Datum',
  Norwegian: 'App-ID|Appnavn|Produkttype|Kjøpte lisenser|Tildelt|Tilgjengelige|Sted|Dato',
  Danish: 'App-id|Appnavn|Produkttype|Købte licenser|Tildelt|Tilgængelige|Lokation|Dato',
  Finnish:
    'Sovelluksen tunnus|Sovelluksen nimi|Tuotetyyppi|Ostetut lisenssit|Määritetyt|Saatavilla|Sijainti|Päivämäärä',
};

const INSTALLS = {
  Swedish:
    'Enhetsnamn|Serienummer|Användarens huvudnamn|Användarnamn|Installationsstatus|Felkod|Senaste incheckning',
  English:
    'Device name|Serial number|User principal name|User name|Install status|Error code|Last check-in',
  German:
    'Gerätename|Seriennummer|Benutzerprinzipalname|Benutzername|Installationsstatus|Fehlercode|Zuletzt synchronisiert',
  French:
    'Nom de l’appareil|Numéro de série|Nom d’utilisateur principal|Nom d’utilisateur|État d’installation|Code d’erreur|Dernière synchronisation',
  Spanish:
    'Nombre del dispositivo|Número de serie|Nombre principal de usuario|Nombre de usuario|Estado de instalación|Código de error|Última sincronización',
  Dutch:
    'Apparaatnaam|Serienummer|Principal-naam van gebruiker|Gebruikersnaam|Installatiestatus|Foutcode|Laatst gesynchroniseerd',
  Norwegian:
    'Enhetsnavn|Serienummer|Brukerhovednavn|Brukernavn|Installasjonsstatus|Feilkode|Sist synkronisert',
  Danish:
    'Enhedsnavn|Serienummer|Brugerhovednavn|Brugernavn|Installationsstatus|Fejlkode|Senest synkroniseret',
  Finnish:
    'Laitteen nimi|Sarjanumero|Käyttäjän päänimi|Käyttäjänimi|Asennuksen tila|Virhekoodi|Viimeksi synkronoitu',
};

describe('B9: headings of lists of licences in nine languages', () => {
  test.each(Object.entries(LICENCES))('B9: %s', (_, headings) => {
    const table = licenceTable(sheet(headings, '900000000001|Foto|App|10|4|6|Nord|2026-09-01'));
    expect(table).toMatchObject({ format: 'neutral', headerRow: 1, needsMapping: false });
    expect(table?.columns.map(({ field }) => field)).toEqual([
      'adamId',
      'name',
      'productType',
      'total',
      'assigned',
      'available',
      'location',
      'asOf',
    ]);
  });

  test('B9: words in cells', () => {
    const yes = 'Yes Ja Oui Sí Kyllä WAHR VRAI VERDADERO WAAR SANN SAND TOSI'.split(' ');
    const no = 'No Nej Nein Non Nee Nei Ei FALSCH FAUX FALSO ONWAAR USANN FALSK EPÄTOSI'.split(' ');
    expect(yes.filter((word) => yesOrNo(word) !== true)).toEqual([]);
    expect(no.filter((word) => yesOrNo(word) !== false)).toEqual([]);
    const noLimit =
      'unlimited obegränsat unbegrenzt illimité ilimitado onbeperkt ubegrenset ubegrænset rajoittamaton ∞';
    expect(noLimit.split(' ').filter((word) => !saysNoLimit(word))).toEqual([]);
    const books = 'Book E-bok Buch Livre Libro Boek Bok Bog Kirja Bücher IOS_BOOKS'.split(' ');
    expect(books.filter((word) => productTypeOf(word) !== 'Book')).toEqual([]);
    const apps = 'App IOS_APP iosVppApp Application Aplicación Sovellus'.split(' ');
    expect(apps.filter((word) => productTypeOf(word) !== 'App')).toEqual([]);
    expect(['Bokning', 'Video', ''].map(productTypeOf)).toEqual(['', '', '']);
    const types = [
      'iOS-Volume Purchase Program-App',
      'App d’achat en volume',
      'volyymiostosovellus',
    ];
    expect(types.filter((type) => !isIntuneVolumeType(type))).toEqual([]);
  });

  test.each([
    ['a German list of customers', 'Kundennummer|Name|Ort', 'K-1|Nordschule|Kiel'],
    ['a Finnish list of pupils', 'Nimi|Luokka|Syntymäaika', 'Aino|5A|3.4.2014'],
    ['a Dutch price list of paper', 'Artikelnummer|Omschrijving|Prijs', 'P-80|Papier|24,95'],
    ['a French list of rooms', 'Nom|Lieu|Disponibles', 'Salle 1|Nord|6'],
  ])('B9: %s is no list of licences', (_, headings, row) => {
    expect(licenceTable(sheet(headings, row))).toBeUndefined();
  });
});

describe('B13: headings of lists of installations in nine languages', () => {
  test.each(Object.entries(INSTALLS))('B13: %s', (_, headings) => {
    const table = installTable(sheet(headings, 'iPad 12|DMP|x@nord.example|Ada|?||2026-09-01'));
    expect(table?.columns.map(({ field }) => field)).toEqual([
      'deviceName',
      'serialNumber',
      'user',
      'userName',
      'state',
      'errorCode',
      'asOf',
    ]);
  });

  test('B13: of two columns that say one thing the clearer counts, in any language', () => {
    const table = installTable(sheet('Laite|Laitteen nimi|Tila|Asennuksen tila', 'a|b|c|d'));
    expect(table?.columns.map(({ field }) => field)).toEqual(['', 'deviceName', '', 'state']);
  });

  test.each([
    [
      'installed',
      'Installed,Installerad,Installiert,Installé(e),Instalado,Geïnstalleerd,Installert,Installeret,Asennettu',
    ],
    [
      'failed',
      'Failed,Misslyckades,Fehlgeschlagen,Échec,Error,Mislukt,Mislyktes,Mislykkedes,Epäonnistui',
    ],
    [
      'pending',
      'Pending,Väntar,Ausstehend,En attente,Pendiente,In behandeling,Venter,Afventer,Odottaa',
    ],
    [
      'not-installed',
      'Not installed,Inte installerad,Nicht installiert,Non installé,No instalado,Niet geïnstalleerd,Ikke installert,Ikke installeret,Ei asennettu,Nicht zutreffend,Non applicable,No aplicable,Niet van toepassing,Ikke aktuelt,Ikke relevant,Ei sovellettavissa',
    ],
    ['unknown', 'Unknown,Okänd,Unbekannt,Inconnu,Desconocido,Onbekend,Ukjent,Ukendt,Tuntematon'],
  ])('B13: %s', (state, words) => {
    const wrong = words.split(',').filter((word) => readInstallState(word)?.state !== state);
    expect(wrong).toEqual([]);
  });

  test.each([
    ['devices', 'Gerätename|Seriennummer|Standort', 'iPad 12|DMP|Raum 3'],
    ['loans', 'Nom de l’appareil|Utilisateur|Statut', 'iPad 12|Léa|prêté'],
    ['repairs', 'Apparaatnaam|Serienummer|Status', 'iPad 12|DMP|in reparatie'],
    ['users', 'Käyttäjänimi|Sähköposti|Tila', 'aino|aino@koulu.example|aktiivinen'],
  ])('B13: a list of %s is none of installations', (_, headings, row) => {
    expect(installTable(sheet(headings, row))).toBeUndefined();
  });
});

describe('B9: the words themselves', () => {
  test.each(['licences', 'installs', 'states', 'yesOrNo', 'productTypes'] as const)(
    'B9: among %s no word means two things, and each is written as it is compared',
    (list) => {
      const words = languages.map((language) => language[list]);
      expect(withTwoMeanings(words)).toEqual([]);
      expect(onlyWithAccents(words)).toEqual([]);
      expect(uselessWords(words)).toEqual([]);
    },
  );

  test('B9: the surest words are headings', () => {
    for (const { sureOfInstalls, namesWho } of languages) {
      const fields = wordsIn(sureOfInstalls).map((word) => installFieldOf(word)?.field);
      expect(new Set(fields)).toEqual(new Set(['state']));
      expect(wordsIn(namesWho).filter((word) => installFieldOf(word) === undefined)).toEqual([]);
    }
    expect(fieldOf('Geraetename', 'neutral')).toBeUndefined();
  });
});

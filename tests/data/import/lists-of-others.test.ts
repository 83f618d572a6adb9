import { expect, test } from 'vitest';
import { csvOf, shelfOf } from '#tests/factories/vip-lists.ts';

test.each([
  [
    'a German invoice of a bookshop',
    'Rechnungsnummer;Pos.;ISBN;Artikel;Menge;Einzelpreis;Nettobetrag',
    'RE-17;1;978-3-16-148410-0;Mathe 5;30;19,95;598,50',
    'RE-17;2;978-3-16-148411-7;Mathe 6;28;19,95;558,60',
  ],
  [
    'a German list of customers',
    'Kundennummer;Name;Straße;PLZ;Ort;E-Mail',
    'KD10023400;Nordschule;Weg 1;24937;Flensburg;x@nord.example',
    'KD10023500;Südschule;Weg 2;24937;Flensburg;x@sued.example',
  ],
  [
    'a Finnish list of pupils',
    'Sukunimi;Etunimi;Henkilötunnus;Luokka',
    'Virtanen;Aino;131052-308T;5A',
    'Korhonen;Eino;131052-3091;5A',
  ],
  [
    'a Dutch price list of paper',
    'Artikelnummer;Omschrijving;Eenheid;Prijs',
    'PAP80A4500;Papier A4 80 g;doos;24,95',
    'PAP90A4500;Papier A4 90 g;doos;26,95',
  ],
  [
    'a Spanish list of employees without addresses',
    'Nombre;Apellidos;NIF;Puesto',
    'Ana;García;12345678Z;Conserje',
    'Luis;Pérez;23456789D;Cocinero',
  ],
])('A5: %s is none of the lists that are read', async (_, ...rows) => {
  await expect(shelfOf(csvOf(...rows))).rejects.toThrow('no-codes');
});

test('B9: a Spanish list of employees with addresses is one of people, whatever numbers they have', async () => {
  const shelf = await shelfOf(
    csvOf(
      'Nombre;Apellidos;NIF;Correo electrónico',
      'Ana;García;12345678Z;ana@centro.example',
      'Luis;Pérez;23456789D;luis@centro.example',
    ),
  );
  expect(shelf.content()).toMatchObject({
    programme: 'apple-licences',
    sheets: [{ kind: 'users' }],
  });
});

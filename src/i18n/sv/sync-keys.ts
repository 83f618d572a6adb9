/** Who opens codes, and who changed the keys, as it lies inside what the passphrase opens. */
export const keys = {
  openCodes: 'Personer som öppnar koder',
  openCodesWhy:
    'Ingen har låst upp sedan lösenfrasen, kitet eller nycklarna byttes, såvitt den här enheten vet. Lås upp koderna en gång, så syns det.',
  changed: 'Nycklarna byttes',
  by: (who: string) => `Av ${who}, enligt det som lösenfrasen öppnar.`,
  you: 'dig',
  someone: 'någon som inte finns kvar',
};

/** The last step of another passphrase or other keys: what is left to do, for others too. */
export const after = {
  left: 'Det här återstår',
  done: 'Klar',
  phrase: {
    title: 'Lösenfrasen är bytt',
    lead: 'Den nya gäller från nu. Inget har gått förlorat.',
  },
  keys: {
    title: 'Nycklarna är bytta',
    lead: 'Allt nytt läses bara med de nya. Inget har gått förlorat.',
  },
  /** Without names: of those who open codes. */
  tell: (names: string) =>
    `Säg den nya lösenfrasen till ${names === '' ? 'dem som öppnar koder' : names}`,
  tellDetail: 'Den skrivs nästa gång koderna låses upp.',
  tellKeysDetail: 'Den skrivs en gång på varje enhet, sedan synkas den igen.',
  /** For people whose devices were all removed; they could still read along if told. */
  notToldTo: (names: string) => `Inte till ${names}: alla deras enheter är utestängda.`,
  typeAgain: (names: string) =>
    `${names === '' ? 'De som öppnar koder' : names} skriver lösenfrasen en gång`,
  typeAgainDetail: 'Samma som förut, på varje enhet. Sedan synkas den igen.',
  invite: 'Bjud in de andra på nytt',
  inviteDetail:
    'Den som inte kan lösenfrasen öppnar en ny inbjudan på sin enhet. Den behåller sin plats.',
  backup: 'Gör en ny säkerhetskopia',
  backupPhrase: 'Äldre kopior öppnas av den gamla frasen. Ta bort dem sedan.',
  backupKeys: 'Äldre kopior öppnas av det gamla kitet och den fras som gällde då.',
  kit: 'Lås in det nya kitet',
  kitDetail: 'Det gamla pappret öppnar bara äldre säkerhetskopior. Riv det när den nya är gjord.',
};

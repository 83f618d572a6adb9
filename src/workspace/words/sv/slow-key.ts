/** Texts shown while a key is made without WebAssembly. */
export const slowKey = {
  why: {
    'no-webassembly': 'Den här enheten saknar WebAssembly.',
    failed: 'Det snabba sättet att göra nyckeln gick inte på den här enheten.',
  },
  wait: (minutes: number, keys: number) => {
    const made = keys > 1 ? `${keys} nycklar görs långsammare` : 'Nyckeln görs långsammare';
    if (minutes === 0) return `${made}.`;
    return `${made}, ungefär ${minutes === 1 ? 'en minut' : `${minutes} minuter`}${keys > 1 ? ' var' : ''}.`;
  },
  stay: 'Låt appen vara öppen tills det är klart.',
  key: (number: number, of: number) => (of > 1 ? `Nyckel ${number} av ${of}` : 'Nyckeln görs'),
  percent: (share: number) => `${Math.floor(share * 100)} %`,
};

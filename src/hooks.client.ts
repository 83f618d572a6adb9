import { takeHash } from '#platform/taken-hash.ts';

// The first of the app that runs, before Kit reads the address.
takeHash(['#set-up.', '#invited.']);

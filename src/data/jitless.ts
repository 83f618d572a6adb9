import * as z from 'zod/mini';

// The content security policy forbids eval; without this zod tries it once and the browser reports a violation.
z.config({ jitless: true });

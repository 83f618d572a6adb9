import { answerBy } from './answer-derivation.ts';
import { stretch } from './argon2.ts';

answerBy(stretch);

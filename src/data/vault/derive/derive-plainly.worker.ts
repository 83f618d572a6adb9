import { answerBy } from './answer-derivation.ts';
import { stretchPlainly } from './plain-argon2.ts';

answerBy(stretchPlainly);

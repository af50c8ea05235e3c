import { foutTekst } from './fout.js';
import { staatBasis, wisStaat } from './staat.js';

try {
  wisStaat();
  console.log(`De bewaarde gegevens in ${staatBasis()} zijn gewist.`);
} catch (fout) {
  console.error(foutTekst(fout));
  process.exitCode = 1;
}

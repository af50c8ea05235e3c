import { leesHoofdsleutelInstellingen } from '#config/hoofdsleutel.js';
import { LokaleHoofdsleutel } from '#security/sleutels/hoofdsleutel.js';
import { SleutelBestand } from '#security/sleutels/sleutel-bestand.adapter.js';
import { vernieuwHoofdsleutel } from '#security/sleutels/vernieuw-hoofdsleutel.js';

/** Wraps every data key with `HOOFDSLEUTEL_NIEUW` in the place of `HOOFDSLEUTEL`, and says what is to be done next. */
export async function vernieuwVolgens(
  env: Readonly<Record<string, string | undefined>>,
  meld: (regel: string) => void,
): Promise<void> {
  const { databaseUrl, kopieMap, hoofdsleutel, nieuweHoofdsleutel } =
    leesHoofdsleutelInstellingen(env);
  await vernieuwHoofdsleutel({
    databaseUrl,
    kopie: new SleutelBestand(kopieMap),
    oud: new LokaleHoofdsleutel(hoofdsleutel),
    nieuw: new LokaleHoofdsleutel(nieuweHoofdsleutel),
    meld,
  });
  meld('Klaar. Zet de nieuwe sleutel op de plaats van HOOFDSLEUTEL en start api en worker.');
}

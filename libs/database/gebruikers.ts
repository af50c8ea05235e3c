import pg from 'pg';

export interface Wachtwoorden {
  readonly app: string;
  readonly systeem: string;
}

/** Urls with which the processes of this installation connect. */
export interface GebruikerUrls {
  readonly app: string;
  readonly systeem: string;
}

const POGINGEN = 10;

/**
 * Makes the users that may log in (`regie_app`, `regie_systeem`) or gives them a new password. Run
 * as the owner, after the migrations. Users belong to the whole server, so two installations on one
 * server must use the same passwords.
 */
export async function maakGebruikers(
  url: string,
  wachtwoorden: Wachtwoorden,
): Promise<GebruikerUrls> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await maakGebruiker(client, 'regie_app', wachtwoorden.app);
    await maakGebruiker(client, 'regie_systeem', wachtwoorden.systeem);
  } finally {
    await client.end();
  }
  return {
    app: urlVoor(url, 'regie_app', wachtwoorden.app),
    systeem: urlVoor(url, 'regie_systeem', wachtwoorden.systeem),
  };
}

async function maakGebruiker(client: pg.Client, naam: string, wachtwoord: string): Promise<void> {
  const sql = `DO $$ BEGIN
      CREATE ROLE ${naam} LOGIN NOBYPASSRLS IN ROLE ${naam}_rol;
    EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL;
    END $$;
    ALTER ROLE ${naam} LOGIN NOSUPERUSER NOBYPASSRLS PASSWORD ${client.escapeLiteral(wachtwoord)};
    GRANT ${naam}_rol TO ${naam};`;
  for (let poging = 1; ; poging += 1) {
    try {
      await client.query(sql);
      return;
    } catch (fout) {
      // Another process is changing the same role.
      const tegelijk = fout instanceof Error && fout.message.includes('concurrently');
      if (!tegelijk || poging === POGINGEN) throw fout;
    }
  }
}

function urlVoor(url: string, gebruiker: string, wachtwoord: string): string {
  const nieuw = new URL(url);
  nieuw.username = gebruiker;
  nieuw.password = encodeURIComponent(wachtwoord);
  return nieuw.href;
}

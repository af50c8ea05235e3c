import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Tables whose rows belong to one gemeente. */
const PER_GEMEENTE = [
  'instellingen',
  'traject',
  'route',
  'journaal',
  'taak',
  'taaktoewijzing',
  'termijn',
  'mijlpaal',
  'bericht',
  'opdracht',
  'postvak',
  'coa_overdracht',
] as const;

/** Rows that are rewritten; the others are only ever added to. */
const HERSCHREVEN = PER_GEMEENTE.filter(
  (tabel) => tabel !== 'journaal' && tabel !== 'instellingen' && tabel !== 'coa_overdracht',
);

// Roles belong to the whole server: another database may be making them at this moment.
function maakRol(rol: string): string {
  return `DO $$ BEGIN
    CREATE ROLE ${rol} NOLOGIN NOBYPASSRLS;
  EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL;
  END $$`;
}

export class Toegang1790000000004 implements MigrationInterface {
  name = 'Toegang1790000000004';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(maakRol('regie_app_rol'));
    await queryRunner.query(maakRol('regie_systeem_rol'));
    for (const tabel of PER_GEMEENTE) {
      await queryRunner.query(`
        ALTER TABLE ${tabel} ENABLE ROW LEVEL SECURITY;
        ALTER TABLE ${tabel} FORCE ROW LEVEL SECURITY;
        CREATE POLICY ${tabel}_eigen_gemeente ON ${tabel}
          USING (gemeente_id = nullif(current_setting('app.gemeente', true), '')::uuid)
          WITH CHECK (gemeente_id = nullif(current_setting('app.gemeente', true), '')::uuid);
        GRANT SELECT ON ${tabel} TO regie_app_rol;
      `);
    }
    await queryRunner.query(`
      GRANT SELECT ON gemeente, kalenderversie TO regie_app_rol;
      GRANT INSERT ON journaal, coa_overdracht TO regie_app_rol;
      GRANT INSERT, UPDATE ON ${HERSCHREVEN.join(', ')} TO regie_app_rol;
      GRANT DELETE ON taak, taaktoewijzing, termijn, mijlpaal, opdracht TO regie_app_rol;

      GRANT SELECT (id, code, actief) ON gemeente TO regie_systeem_rol;
      GRANT SELECT ON route TO regie_systeem_rol;
      GRANT UPDATE (gewekt, drijver_epoche) ON route TO regie_systeem_rol;
      CREATE POLICY route_systeem ON route TO regie_systeem_rol USING (true) WITH CHECK (true);
      GRANT SELECT (id, gemeente_id, status, ontvangen_tijdstip) ON postvak TO regie_systeem_rol;
      CREATE POLICY postvak_systeem ON postvak FOR SELECT TO regie_systeem_rol USING (true);
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      DROP POLICY postvak_systeem ON postvak;
      DROP POLICY route_systeem ON route;
    `);
    for (const tabel of PER_GEMEENTE) {
      await queryRunner.query(`
        DROP POLICY ${tabel}_eigen_gemeente ON ${tabel};
        ALTER TABLE ${tabel} NO FORCE ROW LEVEL SECURITY;
        ALTER TABLE ${tabel} DISABLE ROW LEVEL SECURITY;
        REVOKE ALL ON ${tabel} FROM regie_app_rol, regie_systeem_rol;
      `);
    }
    await queryRunner.query(
      'REVOKE ALL ON gemeente, kalenderversie FROM regie_app_rol, regie_systeem_rol',
    );
  }
}

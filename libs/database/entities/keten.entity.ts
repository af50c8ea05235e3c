import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('opdracht')
export class OpdrachtEntity {
  @PrimaryColumn('uuid', { name: 'gemeente_id' }) gemeenteId!: string;
  @PrimaryColumn('text') beller!: string;
  @PrimaryColumn('text', { name: 'opdracht_id' }) opdrachtId!: string;
  @Column('uuid', { name: 'traject_id' }) trajectId!: string;
  @Column('bytea', { name: 'inhoud_hash' }) inhoudHash!: Buffer;
  @Column('bytea', { name: 'zegel_antwoord' }) zegelAntwoord!: Buffer;
  @Column('timestamptz') tijdstip!: Date;
}

@Entity('postvak')
export class PostvakEntity {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'gemeente_id' }) gemeenteId!: string;
  @Column('text') bron!: string;
  @Column('uuid', { name: 'bericht_id' }) berichtId!: string;
  @Column('bytea', { name: 'inhoud_hash' }) inhoudHash!: Buffer;
  @Column('text', { name: 'gebeurtenis_id' }) gebeurtenisId!: string;
  @Column('bytea', { name: 'bsn_hash', nullable: true }) bsnHash!: Buffer | null;
  @Column('bytea', { name: 'vnummer_hash', nullable: true }) vnummerHash!: Buffer | null;
  /** Null once erased. */
  @Column('bytea', { nullable: true }) zegel!: Buffer | null;
  @Column('timestamptz', { name: 'registratie_tijdstip' }) registratieTijdstip!: Date;
  @Column('timestamptz', { name: 'ontvangen_tijdstip' }) ontvangenTijdstip!: Date;
  @Column('text') status!:
    'nieuw' | 'gekoppeld' | 'verwerkt' | 'incident' | 'onbekend' | 'afgehandeld' | 'gewist';
  @Column('uuid', { name: 'traject_id', nullable: true }) trajectId!: string | null;
  @Column('text', { array: true }) ophalen!: string[];
  @Column('text', { nullable: true }) reden!: string | null;
  @Column('text', { nullable: true }) maatregel!: string | null;
  @Column('text', { name: 'afgehandeld_door', nullable: true }) afgehandeldDoor!: string | null;
  @Column('timestamptz', { name: 'afgehandeld_tijdstip', nullable: true })
  afgehandeldTijdstip!: Date | null;
  @Column('text', { name: 'afhandeling_sleutel', nullable: true })
  afhandelingSleutel!: string | null;
}

@Entity('coa_overdracht')
export class CoaOverdrachtEntity {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'gemeente_id' }) gemeenteId!: string;
  @Column('uuid', { name: 'traject_id' }) trajectId!: string;
  @Column('timestamptz', { name: 'ontvangen_tijdstip' }) ontvangenTijdstip!: Date;
  @Column('integer', { name: 'schema_versie' }) schemaVersie!: number;
  @Column('integer') nr!: number;
}

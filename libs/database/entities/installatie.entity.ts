import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('gemeente')
export class GemeenteEntity {
  @PrimaryColumn('uuid') id!: string;
  @Column('text') code!: string;
  @Column('text') naam!: string;
  @Column('char', { length: 20 }) oin!: string;
  @Column('boolean') actief!: boolean;
}

@Entity('instellingen')
export class InstellingenEntity {
  @PrimaryColumn('uuid', { name: 'gemeente_id' }) gemeenteId!: string;
  @PrimaryColumn('integer') versie!: number;
  @Column('jsonb') gegevens!: object;
  @Column('date') vanaf!: string;
}

@Entity('kalenderversie')
export class KalenderversieEntity {
  @PrimaryColumn('integer') versie!: number;
  @Column('jsonb') gegevens!: object;
  @Column('date') vanaf!: string;
}

@Entity('hartslag')
export class HartslagEntity {
  @PrimaryColumn('text') dienst!: string;
  @Column('timestamptz') tijdstip!: Date;
}

/** DUO's list of recognised schools: one row. */
@Entity('instellingenlijst')
export class InstellingenlijstEntity {
  @PrimaryColumn('boolean') enig!: boolean;
  /** Per instellingsnummer; null: never fetched. */
  @Column('jsonb', { nullable: true }) lijst!: object | null;
  @Column('timestamptz', { name: 'opgehaald_tijdstip', nullable: true })
  opgehaaldTijdstip!: Date | null;
  @Column('timestamptz', { name: 'volgende_tijdstip' }) volgendeTijdstip!: Date;
  @Column('integer') poging!: number;
  /** Technical. */
  @Column('text', { nullable: true }) reden!: string | null;
}

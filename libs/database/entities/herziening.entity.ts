import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('termijnherziening')
export class TermijnherzieningEntity {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'gemeente_id' }) gemeenteId!: string;
  @Column('text') soort!: 'gelijkgestelde-dagen' | 'regel';
  @Column('jsonb') voorstel!: object;
  @Column('boolean', { name: 'met_proef' }) metProef!: boolean;
  @Column('text') status!:
    'proef' | 'voorgesteld' | 'loopt' | 'gepauzeerd' | 'klaar' | 'afgebroken';
  @Column('text', { name: 'voorgesteld_door' }) voorgesteldDoor!: string;
  @Column('text', { name: 'toegepast_door', nullable: true }) toegepastDoor!: string | null;
  /** The calendar that its opdrachten ask for, once applied. */
  @Column('integer', { name: 'kalender_versie', nullable: true }) kalenderVersie!: number | null;
  @Column('jsonb') tellingen!: object;
  /** Journeys done in the phase that runs. */
  @Column('integer') voortgang!: number;
  @Column('uuid', { name: 'laatste_traject_id', nullable: true }) laatsteTrajectId!: string | null;
  @Column('timestamptz', { name: 'voorgesteld_tijdstip' }) voorgesteldTijdstip!: Date;
  @Column('timestamptz', { name: 'beproefd_tijdstip', nullable: true })
  beproefdTijdstip!: Date | null;
  @Column('timestamptz', { name: 'toegepast_tijdstip', nullable: true })
  toegepastTijdstip!: Date | null;
  /** When every process knows the new calendar. */
  @Column('timestamptz', { name: 'niet_voor_tijdstip', nullable: true })
  nietVoorTijdstip!: Date | null;
  @Column('timestamptz', { name: 'klaar_tijdstip', nullable: true }) klaarTijdstip!: Date | null;
  @Column('integer') stuurversie!: number;
  @Column('integer') gewekt!: number;
  @Column('timestamptz', { name: 'gewekt_tijdstip', nullable: true }) gewektTijdstip!: Date | null;
  @Column('timestamptz', { name: 'bijgewerkt_tijdstip' }) bijgewerktTijdstip!: Date;
}

@Entity('termijnherziening_regel')
export class TermijnherzieningRegelEntity {
  @PrimaryColumn('uuid', { name: 'herziening_id' }) herzieningId!: string;
  @PrimaryColumn('uuid', { name: 'traject_id' }) trajectId!: string;
  @PrimaryColumn('text') sleutel!: string;
  @Column('uuid', { name: 'gemeente_id' }) gemeenteId!: string;
  @Column('text') code!: string;
  @Column('date') oud!: string;
  /** As the dry run foresaw; null when it foresaw nothing. */
  @Column('date', { nullable: true }) nieuw!: string | null;
  /** As it was moved; null as long as it was not. */
  @Column('date', { nullable: true }) werkelijk!: string | null;
  @Column('text') reden!: string;
  /** Of the journey at the dry run; null when it foresaw nothing. */
  @Column('integer', { name: 'traject_versie', nullable: true }) trajectVersie!: number | null;
  @Column('text') uitkomst!: 'voorzien' | 'toegepast' | 'anders' | 'vervallen' | 'mislukt';
}

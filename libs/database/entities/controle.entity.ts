import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One nightly comparison, as far as it is about one gemeente. */
@Entity('controle')
export class ControleEntity {
  @PrimaryColumn('uuid') id!: string;
  @PrimaryColumn('uuid', { name: 'gemeente_id' }) gemeenteId!: string;
  @Column('timestamptz', { name: 'begonnen_tijdstip' }) begonnenTijdstip!: Date;
  @Column('timestamptz', { name: 'klaar_tijdstip' }) klaarTijdstip!: Date;
  @Column('integer', { name: 'open_trajecten' }) openTrajecten!: number;
  @Column('integer') bevraagd!: number;
}

@Entity('controleverschil')
export class ControleverschilEntity {
  @PrimaryColumn('uuid', { name: 'controle_id' }) controleId!: string;
  @PrimaryColumn('uuid', { name: 'traject_id' }) trajectId!: string;
  @Column('uuid', { name: 'gemeente_id' }) gemeenteId!: string;
  @Column('text') soort!: string;
  @Column('timestamptz', { name: 'gezien_tijdstip' }) gezienTijdstip!: Date;
}

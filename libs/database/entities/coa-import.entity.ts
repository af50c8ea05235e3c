import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A file of COA that waits, or waited, to be carried out. */
@Entity('coa_import')
export class CoaImportEntity {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'gemeente_id' }) gemeenteId!: string;
  @Column('text') soort!: string;
  @Column('bytea', { name: 'inhoud_hash' }) inhoudHash!: Buffer;
  /** The file as it came; null once erased. */
  @Column('bytea', { nullable: true }) zegel!: Buffer | null;
  @Column('text') status!: string;
  /** Letters of columns that are not taken over. */
  @Column('text', { name: 'niet_overgenomen', array: true }) nietOvergenomen!: string[];
  @Column('text', { name: 'aangeboden_door' }) aangebodenDoor!: string;
  @Column('timestamptz', { name: 'aangeboden_tijdstip' }) aangebodenTijdstip!: Date;
  @Column('timestamptz', { name: 'verloopt_tijdstip' }) verlooptTijdstip!: Date;
  /** Being carried out at most until then; null: nobody began. */
  @Column('timestamptz', { name: 'uitvoering_tot', nullable: true }) uitvoeringTot!: Date | null;
  /** When both the file and its key were gone. */
  @Column('timestamptz', { name: 'gewist_tijdstip', nullable: true }) gewistTijdstip!: Date | null;
}

/** What becomes of one row of such a file. */
@Entity('coa_import_rij')
export class CoaImportRijEntity {
  @PrimaryColumn('uuid', { name: 'import_id' }) importId!: string;
  @Column('uuid', { name: 'gemeente_id' }) gemeenteId!: string;
  @PrimaryColumn('integer') rij!: number;
  @Column('text') status!: string;
  @Column('text', { nullable: true }) effect!: string | null;
  @Column('uuid', { name: 'traject_id', nullable: true }) trajectId!: string | null;
  @Column('jsonb') fouten!: unknown;
  @Column('text', { nullable: true }) code!: string | null;
  @Column('text', { nullable: true }) melding!: string | null;
}

/** What an issue says, apart from the case since it never changes and is what people search. */
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** Title and description of a case; the two indexes are on expressions, which only the migration can say. */
@Entity('case_text')
@Index('case_text_trigrams', { synchronize: false })
@Index('case_text_pairs', { synchronize: false })
export class CaseText {
  @PrimaryColumn('uuid', { name: 'case_id' })
  caseId: string;
  @Column('text') title: string;
  @Column('text') description: string;
}

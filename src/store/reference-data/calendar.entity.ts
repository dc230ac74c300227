/** The decreed calendar, as loaded: years, and the days in them that are not what their weekday says. */
import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** A year of the calendar; `announced` false while the decree is not out. */
@Entity('calendar_year')
export class CalendarYearEntity {
  @PrimaryColumn('int') year: number;
  @Column('boolean') announced: boolean;
  /** The package or file the year was read from. */
  @Column('text') origin: string;
  @Column('timestamptz', { name: 'loaded_at' }) loadedAt: Date;
  /** Null: it came with the program. */
  @ForeignKey('person', { name: 'calendar_year_loaded_by_fkey' })
  @Column('uuid', { name: 'loaded_by', nullable: true })
  loadedBy: string | null;
}

/** A day off by decree, or (`isOff` false) a make-up working day 调休上班. Goes with its year. */
@Entity('calendar_day')
export class CalendarDay {
  @ForeignKey('calendar_year', { name: 'calendar_day_year_fkey', onDelete: 'CASCADE' })
  @PrimaryColumn('int')
  year: number;
  @PrimaryColumn('date') day: string;
  @Column('text') name: string;
  @Column('boolean', { name: 'is_off' }) isOff: boolean;
}

import { sql, type RawBuilder } from 'kysely';

/**
 * The day that it is in a zone at an instant, now unless said: by the database's clock and its tables of zones, whatever the host of the
 * service has for either.
 */
export const dayIn = (zone: RawBuilder<unknown>, instant: RawBuilder<unknown> = sql`now()`): RawBuilder<string> => sql<string>`((${instant}) at time zone ${zone})::date`;

/**
 * The instant at which a day is over in a zone: the next midnight, or a second after its last one, whichever is earlier. Where clocks go back to
 * midnight it comes twice (Havana, the Azores), and where they go forward to it the last hour never comes (Nuuk); PostgreSQL takes the later.
 */
export const endOfDayIn = (zone: RawBuilder<unknown>, day: RawBuilder<unknown>): RawBuilder<Date> => sql<Date>`least(
  (${day} + 1)::timestamp at time zone ${zone}, ((${day} + time '23:59:59') at time zone ${zone}) + interval '1 second')`;

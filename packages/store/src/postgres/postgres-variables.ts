import { z } from 'zod';

/** What a service on PostgreSQL is configured with. */
export const postgresVariables = {
  DATABASE_URL: z
    .string()
    .refine(
      isPostgresUrl,
      'must be an address such as postgres://user:password@host:5432/database (encode special characters of the password as %XX)',
    )
    .describe(
      'Address of the PostgreSQL database (15 or later), e.g. postgres://redress:secret@db.example.org:5432/redress?sslmode=verify-full',
    ),
  DATABASE_POOL_SIZE: z.coerce
    .number()
    .int()
    .min(2)
    .max(100)
    .default(10)
    .describe(
      'Connections of one process at most; up to two more for what it leads and hears. All processes together must stay below max_connections of the server.',
    ),
};

function isPostgresUrl(text: string): boolean {
  return URL.canParse(text) && /^postgres(ql)?:$/.test(new URL(text).protocol);
}

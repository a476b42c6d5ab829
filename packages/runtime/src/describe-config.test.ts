import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { describeConfig } from './describe-config.ts';

describe('describeConfig', () => {
  it('gives name, default and description of every variable in order', () => {
    const schema = z.object({
      REDRESS_PORT: z.coerce.number().default(4100).describe('Port the server listens on.'),
      REDRESS_LOG_LEVEL: z.string().describe('Least level that is written.').default('info'),
      SMTP_URL: z.url().optional().describe('Mail server; without it mails go to the outbox.'),
      REDRESS_SECRET: z
        .string()
        .transform((text) => text.trim())
        .describe('Signs links.'),
    });
    expect(describeConfig(schema)).toEqual([
      { name: 'REDRESS_PORT', default: '4100', description: 'Port the server listens on.' },
      { name: 'REDRESS_LOG_LEVEL', default: 'info', description: 'Least level that is written.' },
      {
        name: 'SMTP_URL',
        default: 'none',
        description: 'Mail server; without it mails go to the outbox.',
      },
      { name: 'REDRESS_SECRET', default: 'required', description: 'Signs links.' },
    ]);
  });
});

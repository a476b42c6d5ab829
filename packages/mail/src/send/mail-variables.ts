import { z } from 'zod';

/** What sending mails, and the links in them, read from the environment. */
export const mailVariables = {
  SMTP_URL: z
    .string()
    .optional()
    .describe(
      'Mail server, e.g. smtps://user:password@mail.example.com; without it mails go to the outbox folder.',
    ),
  REDRESS_MAIL_FROM: z
    .email()
    .default('redress@localhost')
    .describe('Address that mails come from.'),
  REDRESS_PUBLIC_URL: z
    .url({ protocol: /^https?$/ })
    .optional()
    .describe('Address that owners reach this server at; without it mails carry no links.'),
};

/** Where mails are kept that are not sent; for services that have no data folder. */
export const outboxVariables = {
  REDRESS_OUTBOX: z
    .string()
    .default('redress-data/outbox')
    .describe('Folder of mails that were not sent; the console shows those it can read.'),
};

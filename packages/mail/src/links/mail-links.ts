import { createActionLinks, type ActionLinks } from './action-links.ts';

/** Where the buttons of a mail lead. */
export interface MailLinks {
  readonly actions: ActionLinks;
  readonly taskUrl: (taskId: string) => string;
}

/** The links of a server that owners reach at a public address; null where it has none, and mails then say why they have no buttons. */
export function createMailLinks({
  secret,
  publicUrl,
}: {
  readonly secret: string;
  readonly publicUrl: string | undefined;
}): MailLinks | null {
  if (publicUrl === undefined) return null;
  const base = publicUrl.replace(/\/+$/u, '');
  return {
    actions: createActionLinks({ secret, publicUrl: base }),
    // In the fragment, which no server on the way gets to see.
    taskUrl: (taskId) => `${base}/#/tasks/${taskId}`,
  };
}

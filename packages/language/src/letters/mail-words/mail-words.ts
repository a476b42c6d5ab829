/** Words of a table, divided by `|`. A space is any white space, `*` up to sixty characters, a hyphen may be missing. */
export type MailWords = string;

/** What a mail program or a company writes into a letter in one language, around the words of whoever sends it. */
export interface MailLanguage {
  /** What the line above a quote begins with, before the day or the name. */
  readonly opens: MailWords;
  /** What that line says of the one it quotes. */
  readonly wrote: MailWords;
  /** The same said by a person of a person. */
  readonly notWrote: MailWords;
  /** Titles above the letter that is answered. */
  readonly original: MailWords;
  /** Titles above a letter that is passed on. */
  readonly forwarded: MailWords;
  /** Fields of a letter's head. */
  readonly from: MailWords;
  readonly sent: MailWords;
  readonly to: MailWords;
  readonly subject: MailWords;
  /** What a device or a program adds below, before one of `devices`. */
  readonly sentFrom: MailWords;
  /** The same with the device in its middle. */
  readonly sentAround: MailWords;
  readonly devices: MailWords;
  /** Formulas that close a letter. */
  readonly closing: MailWords;
  /** Names of a telephone line in a signature. */
  readonly phone: MailWords;
  /** Legal forms and registers, by which a line is told to name a company. */
  readonly company: MailWords;
  /** What only a legal disclaimer says. */
  readonly disclaimer: MailWords;
}

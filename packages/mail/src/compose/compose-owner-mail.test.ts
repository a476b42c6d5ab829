import { describe, expect, it } from '@jest/globals';
import {
  aTask,
  aTouch,
  anInput,
  anOwner,
  CUSTOMER,
  PUBLIC_POST,
  TASK_ID,
  TOUCHES,
} from '../fixtures/six-calls.ts';
import { CATALOGUE } from '../words/words-for.ts';
import { MAIL_LANGUAGES } from '../words/words.ts';
import { composeOwnerMail } from './compose-owner-mail.ts';
import { threadId } from './thread-id.ts';

const inLanguage = (language: string) =>
  composeOwnerMail(anInput({ owner: anOwner({ languages: [language] }) }));

/** What a reader of the HTML sees, in order, without markup. */
function seen(html: string): string {
  return html
    .replace(/^[\s\S]*?<div dir=/u, '<div dir=')
    .replace(/<[^>]+>/gu, ' ')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
}
const bare = (text: string): string => text.replace(/[\s\u2066-\u2069\u2060>[\]-]+/gu, '');

describe('the mail to an owner', () => {
  it.each(MAIL_LANGUAGES)('tells the six calls in %s', (language) => {
    const mail = inLanguage(language);
    expect(`${mail.subject}\n${mail.preheader}\n\n${mail.text}`).toMatchSnapshot();
  });

  it('begins with what to do and by when, in the owner’s time and in the customer’s', () => {
    const mail = inLanguage('en');
    expect(mail.subject).toBe(
      'Call \u2068سامي حداد\u2069 by 17 Jun 00:20 · says they are leaving, 6th contact about it · 200 USD a month, 15 years',
    );
    expect(mail.text.split('\n')[1]).toContain(
      'before 17 Jun 00:20 your time, 16 Jun 17:20 theirs (in 3\u00a0h 55\u00a0min)',
    );
  });

  it('keeps the order: do now, buttons, why you, why this severity, their words, cause, what happened, also open', () => {
    const { text } = inLanguage('en');
    const places = [
      'Do now',
      '[ I have it ]',
      'Why you',
      'Why critical',
      'Their words',
      'Cause',
      'What happened',
      'Also open',
    ].map((part) => text.indexOf(part));
    expect(places).not.toContain(-1);
    expect(places).toEqual([...places].sort((a, b) => a - b));
  });

  it.each(MAIL_LANGUAGES)('says the same in text and in HTML (%s)', (language) => {
    const mail = inLanguage(language);
    const withoutAddresses = mail.text.replace(/https:\/\/redress\S+/gu, '');
    expect(bare(seen(mail.html))).toBe(bare(withoutAddresses));
  });

  it('adds the points up to the figure in the heading', () => {
    expect(inLanguage('en').text).toContain('Why critical (100)');
    expect(inLanguage('en').text).toContain('part of it was put right (−5)');
  });

  it('uses the owner’s first language that we have, English where there is none', () => {
    expect(
      composeOwnerMail(anInput({ owner: anOwner({ languages: ['sw', 'pl-PL', 'en'] }) })).text,
    ).toContain('Zrób teraz');
    expect(inLanguage('sw').text).toContain('Do now');
  });

  it('shows no exclamation mark of our own', () => {
    for (const language of MAIL_LANGUAGES) {
      const mail = composeOwnerMail(
        anInput({ owner: anOwner({ languages: [language] }), touches: [] }),
      );
      expect(mail.subject + mail.text).not.toContain('!');
    }
  });

  it('never names an offer or a command that does not work', () => {
    expect(inLanguage('en').text).not.toMatch(/#promise|#ack|#resolved|credit/u);
  });

  it('says that a time has passed instead of naming it as if it were ahead', () => {
    const mail = composeOwnerMail(anInput({ now: '2018-06-16T23:30:00.000Z' }));
    expect(mail.subject).toMatch(/^Call \u2068سامي حداد\u2069 now · /u);
    expect(mail.text).toContain('now: it was due at 00:25 (1\u00a0h 5\u00a0min ago)');
  });

  it('asks for no call where the customer wants no contact', () => {
    const customer = { ...CUSTOMER, record: { identities: [], doNotContact: true } };
    const mail = composeOwnerMail(anInput({ customer }));
    expect(mail.subject).toMatch(/^Put it right for/u);
    expect(mail.text).toContain('They do not want to be contacted.');
    expect(mail.text).not.toContain('+15550140101');
  });

  it('writes without buttons and says why where there is no public address', () => {
    const mail = composeOwnerMail(anInput({ links: null }));
    expect(mail.html).not.toContain('href');
    expect(mail.text).toContain('REDRESS_PUBLIC_URL');
  });

  it('takes the “I have it” button away once somebody has it', () => {
    const mail = composeOwnerMail(
      anInput({
        task: aTask({ state: 'acknowledged', acknowledgedAt: '2018-06-16T18:24:00.000Z' }),
      }),
    );
    expect(mail.text).not.toContain('I have it');
  });

  it('marks a sample in the subject, in the owner’s language', () => {
    expect(
      composeOwnerMail(
        anInput({ task: aTask({ sample: true }), owner: anOwner({ languages: ['ru'] }) }),
      ).subject,
    ).toMatch(/^\[Пример\] /u);
  });

  it('marks our own turns in a conversation, so that they are not taken for the customer’s', () => {
    const touch = aTouch(7, { at: '2018-06-16T18:22:00.000Z', channel: 'chat', text: '' });
    const turns = [
      { who: 'customer' as const, text: 'Where is it?' },
      { who: 'agent' as const, text: 'It comes tomorrow.' },
    ];
    const { text } = composeOwnerMail(
      anInput({ touches: [{ ...touch, scored: { ...touch.scored, turns } }] }),
    );
    expect(text).toContain('> Where is it?\n> us: It comes tomorrow.');
  });

  it('puts every mail of a cycle into one thread, and a reopened task into another', () => {
    expect(threadId(aTask())).toBe(`<task.${TASK_ID}.1@redress.local>`);
    expect(inLanguage('en').inReplyToThread).toBe(threadId(aTask()));
    expect(threadId(aTask({ cycle: 2 }))).not.toBe(threadId(aTask()));
  });
});

describe('further mails of a task', () => {
  it('say only what changed', () => {
    const news = [
      {
        code: 'public' as const,
        text: 'Now public: a post.',
        feedbackId: PUBLIC_POST.scored.feedbackId,
      },
    ];
    const mail = composeOwnerMail(
      anInput({
        kind: 'alert',
        touches: [...TOUCHES, PUBLIC_POST],
        news,
        now: '2018-06-18T10:16:00.000Z',
      }),
    );
    expect(mail.subject).toMatch(/^Further news of /u);
    expect(mail.text).toContain('Now public: a post. (post, 18 Jun 12:15): «\u2068ست مكالمات');
    expect(mail.text).not.toContain('What happened');
    expect(mail.inReplyToThread).toBe(threadId(aTask()));
  });

  it('quote a touch once, whatever it brought, and the first mail tells it in the story alone', () => {
    const { feedbackId } = PUBLIC_POST.scored;
    const input = {
      touches: [...TOUCHES, PUBLIC_POST],
      news: [
        { code: 'public' as const, text: 'has gone public', feedbackId },
        { code: 'churn' as const, text: 'says they are leaving', feedbackId },
      ],
    };
    const quotes = (text: string): number => text.split('\u2068ست مكالمات').length - 1;
    const alert = composeOwnerMail(anInput({ ...input, kind: 'alert' })).text;
    expect(alert).toContain('has gone public; says they are leaving (post');
    expect(quotes(alert)).toBe(1);
    expect(composeOwnerMail(anInput({ ...input, kind: 'opened' })).text).not.toContain(
      'has gone public',
    );
  });

  it('tell a supervisor what was missed, by whom, and all the rest', () => {
    const mail = composeOwnerMail(
      anInput({
        kind: 'escalation',
        now: '2018-06-16T19:10:00.000Z',
        missed: [{ step: 'acknowledge', dueAt: '2018-06-16T18:40:00.000Z', owner: 'Anna Nowak' }],
      }),
    );
    expect(mail.text).toContain(
      'What was missed\nAnna Nowak did not take it on by 20:40.\nYou are the next on the ladder.',
    );
    expect(mail.text).toContain('What happened');
  });

  it('name the promise that was broken', () => {
    const mail = composeOwnerMail(anInput({ kind: 'promise-broken', news: [] }));
    expect(mail.subject).toMatch(/^Promise broken: /u);
    expect(mail.text).toContain('we promised «\u206830 دقيقة\u2069» · due 13:35 · broken');
    expect(mail.text).not.toContain('running');
  });
});

describe('somebody else’s text in a mail', () => {
  const saying = (text: string, name: string | null = 'Eve') =>
    composeOwnerMail(
      anInput({
        customer: { ...CUSTOMER, name },
        touches: [aTouch(2, { at: '2018-06-16T18:20:00.000Z', text, language: 'en' })],
      }),
    );

  it('is escaped in HTML wherever it stands', () => {
    const bad = `<script>alert("1")</script><img src=x onerror='x'>&`;
    const { html } = saying(bad, bad);
    expect(html).not.toMatch(/<script|<img/u);
    expect(html).toContain('&lt;script&gt;alert(&quot;1&quot;)');
  });

  it('cannot begin a header', () => {
    const mail = saying('x', 'Eve\r\nBcc: all@example.com\u0000\u2028x');
    expect(`${mail.subject}${mail.preheader}${Object.values(mail.headers).join('')}`).not.toMatch(
      /[\r\n\u0000\u2028]/u,
    );
    expect(mail.subject).toContain('Call Eve Bcc: all@example.com x by');
  });

  it('cannot turn the text around it: bidi controls stay within its own isolate', () => {
    const { text, html } = saying('a\u202eb\u2069c\u2067d', 'Eve\u202e');
    expect(text).toContain('> \u2068a\u202ebc\u2067d\u2069\u2069');
    expect(html).toContain('<bdi dir="ltr" lang="en">a\u202ebc\u2067d\u2069</bdi>');
    expect(saying('x', 'Eve\u202eevE').subject).toContain('Call EveevE by');
  });

  it('stands in its own direction and language, also in an Arabic mail', () => {
    expect(inLanguage('en').html).toContain('<bdi dir="rtl" lang="ar">أريد إلغاء');
    const arabic = composeOwnerMail(
      anInput({
        owner: anOwner({ languages: ['ar'] }),
        touches: [
          aTouch(2, { at: '2018-06-16T18:20:00.000Z', text: 'I want to cancel', language: 'en' }),
        ],
      }),
    );
    expect(arabic.html).toContain('<html lang="ar" dir="rtl">');
    expect(arabic.html).toContain('<bdi dir="ltr" lang="en">I want to cancel</bdi>');
    expect(arabic.text).toContain('> \u2068I want to cancel\u2069');
  });

  it('is never a link and loads nothing', () => {
    const { html, text } = saying(
      'see https://evil.example.com/x or www.evil.example.com, mail eve@evil.example.com',
    );
    expect(html.match(/href="/gu)).toHaveLength(5);
    expect(html).not.toMatch(
      /href="(?!https:\/\/redress\.example\.com\/)|src=|url\(|<link|@import/u,
    );
    for (const part of [html, text]) expect(part).not.toMatch(/https:\/\/evil|www\.evil|eve@evil/u);
    expect(text.replaceAll('\u2060', '')).toContain('https://evil.example.com/x');
  });
});

describe('the catalogues', () => {
  it.each(MAIL_LANGUAGES)('hold a phrase for everything, in %s', (language) => {
    const empty = Object.entries(CATALOGUE[language]).filter(
      ([, value]) =>
        value === '' ||
        (typeof value === 'object' &&
          Object.values(value as Readonly<Record<string, unknown>>).includes('')),
    );
    expect(empty).toEqual([]);
  });

  it('decline numbers as the language does', () => {
    expect([1, 2, 5, 22].map((count) => CATALOGUE.pl.digestSubject(count))).toEqual([
      '1 zadanie czeka na Ciebie',
      '2 zadania czekają na Ciebie',
      '5 zadań czeka na Ciebie',
      '22 zadania czekają na Ciebie',
    ]);
    expect([1, 3, 5, 21].map((count) => CATALOGUE.ru.customerFor(count))).toEqual([
      '1 год',
      '3 года',
      '5 лет',
      '21 год',
    ]);
    expect([1, 2, 5, 11].map((count) => CATALOGUE.ar.customerFor(count))).toEqual([
      'سنة واحدة',
      'سنتان',
      '5 سنوات',
      '11 سنة',
    ]);
    expect([1, 2, 3, 11].map((count) => CATALOGUE.en.contactsInDays(count, 1))).toEqual([
      '1st contact in 1 day',
      '2nd contact in 1 day',
      '3rd contact in 1 day',
      '11th contact in 1 day',
    ]);
  });
});

describe('a reason that says more than its code', () => {
  const leaving = { code: 'churn-risk', text: '', points: 6 } as const;
  it.each(MAIL_LANGUAGES)('is told by what it is about in %s', (language) => {
    const words = CATALOGUE[language];
    const textOf = (about: string): string =>
      composeOwnerMail(
        anInput({
          owner: anOwner({ languages: [language] }),
          task: aTask({ reasons: [{ ...leaving, about }] }),
        }),
      ).text;
    expect(textOf('competitor')).toContain(words.reasonsAbout.competitor);
    expect(textOf('of a later release')).not.toContain(words.reasonsAbout.competitor);
  });
});

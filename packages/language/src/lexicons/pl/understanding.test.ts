import { describe, expect, it } from '@jest/globals';
import type { Understanding } from '@redress/contracts';
import type { UnderstandInput } from '../../understand-input.ts';
import { understand } from '../../understand.ts';

function read(words: string | UnderstandInput): Understanding {
  return understand(typeof words === 'string' ? { text: words } : words);
}

function causesOf(words: string | UnderstandInput): string[] {
  return read(words).causes.map((cause) => cause.id);
}

function expectCalm(said: Understanding): void {
  expect(said.causes).toEqual([]);
  expect(said.detractor.flag).toBe(false);
  expect(said.detractor.probability).toBeLessThan(0.3);
}

describe('a language school whose free weeks lead to sales calls', () => {
  it('hears the offer that was not kept', () => {
    const said =
      'W reklamie było: dwa tygodnie za darmo, bez zobowiązań, a tymczasem lekcje są dopiero po rozmowie handlowej.';
    expect(causesOf(said)).toContain('broken-promise');
    expect(causesOf(said)).not.toContain('staff-conduct');
    expect(read(said).contacts).toBeNull();
  });

  it('takes the calls of the school for too many, not for contacts of the customer', () => {
    const said = read({
      text: 'Od kiedy podałam numer, dzwonicie sześć razy dziennie i wysyłacie po cztery maile na dobę. Nie jestem zainteresowana!',
      score: { kind: 'stars', value: 1 },
    });
    expect(said.causes.map((cause) => cause.id)).toEqual(['communication-overload']);
    expect(said.contacts).toBeNull();
  });

  it('hears that the customer is gone', () => {
    expect(read('Proszę więcej się ze mną nie kontaktować. Konto skasowałam.').churn.level).toBe(
      'stated',
    );
  });

  it('reads what the agent will do and until when', () => {
    expect(
      read('Dość tego. [Konsultantka Ewa: rozumiem, usuniemy Pani numer jutro do południa]')
        .promises,
    ).toMatchObject([{ by: 'company', due: { days: 1, localTime: '12:00' } }]);
  });
});

describe('a seller whose account was closed', () => {
  it('stays calm at a request', () => {
    const said = read(
      'Dzień dobry, proszę o informację, jakie dokumenty są potrzebne do zmiany nazwy firmy na koncie. Z góry dziękuję.',
    );
    expectCalm(said);
    expect(said.form).toBe('request');
  });

  it('hears the block and that only a machine answers', () => {
    expect(
      causesOf(
        'Zablokowaliście mi konto sprzedawcy bez słowa wyjaśnienia, a na infolinii odzywa się tylko automat.',
      ),
    ).toEqual(expect.arrayContaining(['outage-access', 'no-human-reachable']));
  });

  it('counts the calls of a hesitating voicemail', () => {
    const said = read(
      'Yyy, dzień dobry, znowu ja... no, Kowalczyk, to już czwarty telefon w tym tygodniu, eee, nikt nie oddzwania, a towar leży.',
    );
    expect(said.contacts).toBe(4);
    expect(said.causes.map((cause) => cause.id)).toEqual(
      expect.arrayContaining(['repeat-contact', 'no-human-reachable']),
    );
  });

  it('sees that it is public', () => {
    const said = read(
      '1500 publicznych skarg w sieci i dalej żadnej odpowiedzi. Z człowiekiem nie da się tam porozmawiać.',
    );
    expect(said.exposure.level).toBe('public');
    expect(said.causes.map((cause) => cause.id)).toContain('no-human-reachable');
  });

  it('takes the end for thanks', () => {
    const said = read('Konto znowu działa, dziękuję pani Monice, że to załatwiła.');
    expectCalm(said);
    expect(said).toMatchObject({ form: 'thanks', recovery: { level: 'solved' } });
  });
});

describe('a client who doubts the figures of an agency', () => {
  it('hears that the figures are wrong', () => {
    expect(
      causesOf(
        'Wasz raport znów nie zgadza się z naszym systemem, margines błędu 12 procent to różnica nie do przyjęcia.',
      ),
    ).toContain('product-defect');
  });

  it('takes a second letter for no repetition', () => {
    const said = read(
      'Pisaliśmy o tym dwa razy. Analityk odpowiada, że metodologia jest poprawna, a opiekun zwala na analityków.',
    );
    expect(said.contacts).toBe(2);
    expect(said.causes.map((cause) => cause.id)).toEqual(['handoff-disconnect']);
  });

  it('hears the risk and the promise in a transcript', () => {
    const said = read({
      turns: [
        {
          who: 'customer',
          text: 'Jeśli do piątku nie dostaniemy poprawionych liczb, przeniesiemy obsługę gdzie indziej.',
        },
        { who: 'agent', text: 'Poprawione dane wyślę jutro do końca dnia.' },
      ],
    });
    expect(said.churn.level).toBe('risk');
    expect(said.promises).toMatchObject([{ by: 'company', due: { days: 1, localTime: '18:00' } }]);
  });

  it('sees the promise kept and the contract renewed', () => {
    const said = read('Dane przyszły tak, jak pani obiecała. Przedłużamy umowę na kolejny rok.');
    expectCalm(said);
    expect(said).toMatchObject({
      promiseOutcome: 'kept',
      recovery: { level: 'renewed' },
      churn: { level: 'none' },
    });
  });
});

describe('a flat without hot water and six promises', () => {
  it('takes half an hour for a new appointment for a remark', () => {
    const said = read(
      'Chciałbym przełożyć montaż licznika z wtorku na piątek. Pół godziny na telefonie, ale pan był uprzejmy, dziękuję.',
    );
    expectCalm(said);
    expect(said.minutes).toBe(30);
  });

  it('takes the later end of a promised time', () => {
    const said = read(
      'Od rana nie mamy ciepłej wody. Powiedziano mi, że za 20-30 minut wszystko ruszy.',
    );
    expect(said.causes.map((cause) => cause.id)).toEqual(['outage-access']);
    expect(said.promises.map((promise) => promise.due)).toEqual([{ minutes: 30 }]);
  });

  it('hears five people who say five things', () => {
    const causes = causesOf(
      'Rozmawiałam z pięcioma osobami, każda mówi co innego, a jedna twierdzi, że u was wszystko działa.',
    );
    expect(causes).toContain('handoff-disconnect');
    expect(causes).not.toContain('product-defect');
  });

  it('hears that it was said before, and what is promised now', () => {
    const said = read('Słyszałam to już. Dziś obiecali, że technik będzie w ciągu dwóch godzin.');
    expect(said.promiseOutcome).toBe('broken');
    expect(said.promises.map((promise) => promise.due)).toEqual([{ minutes: 120 }]);
  });

  it('adds up the time spent on the line', () => {
    const said = read(
      'Półtorej godziny wisiałam na linii, potem dwadzieścia pięć minut tłumaczyłam wszystko od początku i połączenie przerwało.',
    );
    expect(said.minutes).toBe(115);
    expect(said.promises).toEqual([]);
    expect(said.causes.map((cause) => cause.id)).toContain('handoff-disconnect');
  });

  it('hears the last of the promises and the end of the contract', () => {
    const said = read('Szósta obietnica i znowu nikt nie przyjechał. Wypowiadam umowę.');
    expect(said.churn.level).toBe('stated');
    expect(said.promiseOutcome).toBe('broken');
    expect(said.causes.map((cause) => cause.id)).not.toContain('cancellation-change');
  });
});

describe('a nurse who was laughed at', () => {
  it('stays calm at a hesitating request', () => {
    expectCalm(
      read(
        'Yyy, dzień dobry, tu siostra Halina z oddziału, eee, prosiłabym o telefon w sprawie faktury za fartuchy, dziękuję.',
      ),
    );
  });

  it('takes mockery on a voicemail for conduct alone', () => {
    const said = read(
      'Wasz pracownik nagrał mi na pocztę, jak z kolegą przedrzeźnia mój głos i śmieje się ze mnie. Czternaście lat kupujemy u was fartuchy.',
    );
    expect(said.causes.map((cause) => cause.id)).toEqual(['staff-conduct']);
    expect(said.contacts).toBeNull();
  });

  it('reads the promise of the manager', () => {
    expect(
      read('Czekam na przeprosiny. [Kierowniczka: oddzwonię do Pani jutro rano]').promises,
    ).toMatchObject([{ by: 'company', due: { days: 1, localTime: '08:00' } }]);
  });

  it('sees it kept', () => {
    const said = read(
      'Pani kierownik zadzwoniła punktualnie, tak jak obiecała, i przeprosiła. Zostajemy z Państwem.',
    );
    expectCalm(said);
    expect(said).toMatchObject({ promiseOutcome: 'kept', recovery: { level: 'renewed' } });
  });
});

describe('a guest whose refund is refused by script', () => {
  it('hears the sum', () => {
    const said = read(
      'Za nocleg miało być 420 zł, a z karty pobrano 4 200 zł. To pewnie pomyłka, proszę o sprawdzenie.',
    );
    expect(said.form).toBe('grievance');
    expect(said.causes.map((cause) => cause.id)).toContain('billing-amount');
    expect(said.amounts.map((amount) => amount.value)).toEqual([420, 4200]);
  });

  it('takes the second letter for a refusal, not for a repetition', () => {
    const said = read(
      'Piszę drugi raz. Dostałem odpowiedź, że pobyt odbył się zgodnie z rezerwacją i zwrot nie przysługuje.',
    );
    expect(said.contacts).toBe(2);
    expect(said.causes.map((cause) => cause.id)).toEqual(['policy-refusal']);
  });

  it('takes the third for a repetition, and a question who reads it for no silence', () => {
    const said = read(
      'Trzecia reklamacja, to samo pismo, inny podpis. Może tym razem ktoś przeczyta.',
    );
    expect(said.contacts).toBe(3);
    expect(said.causes.map((cause) => cause.id)).toEqual(['repeat-contact']);
  });

  it('hears the threat', () => {
    const said = read(
      'Jeżeli nikt nie umie odejść od formułki, pójdę z tym do rzecznika konsumentów.',
    );
    expect(said.exposure.level).toBe('threatened');
    expect(said.causes.map((cause) => cause.id)).not.toContain('no-human-reachable');
  });

  it('sees the money back', () => {
    expect(read('Pieniądze wróciły na konto. Szkoda, że tak późno.')).toMatchObject({
      recovery: { level: 'solved' },
    });
  });
});

describe('small annoyances before a renewal', () => {
  it('hears the advertisement in a good review and leaves the score its word', () => {
    const said = read({
      text: 'Apka do treningów spoko, tylko przed każdym ćwiczeniem wyskakuje reklama batonów. Trochę męczące.',
      score: { kind: 'stars', value: 4 },
    });
    expect(said.causes.map((cause) => cause.id)).toContain('communication-overload');
    expect(said.detractor.flag).toBe(false);
  });

  it('takes a paid plan with advertisements for no refusal', () => {
    const causes = causesOf(
      'Płacę za wersję bez reklam, a znowu oglądam reklamę pakietu rodzinnego.',
    );
    expect(causes).toContain('communication-overload');
    expect(causes).not.toContain('policy-refusal');
  });

  it('takes looking around for a risk', () => {
    expect(
      read(
        'Dostałem maila o odnowieniu karnetu. Jeszcze nie rezygnuję, ale rozglądam się za czymś innym.',
      ).churn.level,
    ).toBe('risk');
  });
});

describe('chat without marks, dialect and irony', () => {
  it.each([
    ['aplikacja sie wiesza i nie moge sie zalogowac', 'outage-access'],
    ['paczka nie doszla a kurier nie odbiera', 'lost-damaged'],
    ['czekam juz trzeci tydzien na zwrot kasy', 'delay-waiting'],
    ['co za chamstwo, babka w okienku wydarla sie na mnie', 'staff-conduct'],
    ['sciagneliscie mi dwa razy za to samo', 'billing-amount'],
    ['w pokoju grzyb na scianie i brudna posciel', 'cleanliness-safety'],
  ])('finds in “%s” %s', (text, cause) => {
    expect(causesOf(text)).toContain(cause);
  });

  it.each([
    ['Kolejki brak, pani w okienku przemiła.'],
    ['Nic się nie opóźniło, wszystko na czas, polecam.'],
    ['Paczka cała, kurier uprzejmy, dzięki!'],
    ['Czy mogę zmienić adres dostawy?'],
    ['Potwierdzam wizytę w czwartek o 10.'],
    ['Zgubiłam kartę, proszę o zablokowanie.'],
    ['Trzeci raz wracamy do tego hotelu i na pewno wrócimy.'],
    ['Yyy, dzień dobry, ja w sprawie, eee, przeglądu auta, prosiłbym o telefon.'],
  ])('stays calm at “%s”', (text) => {
    expectCalm(read(text));
  });

  it.failing.each([
    ['Zgodnie z regulaminem mam 14 dni na zwrot, jak mam odesłać towar?'],
    ['Zapłaciłam wczoraj przelewem, proszę potwierdzić wpłatę.'],
  ])('stays calm at “%s”', (text) => {
    expectCalm(read(text));
  });
});

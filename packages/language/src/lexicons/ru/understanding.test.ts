import { describe, expect, it } from '@jest/globals';
import type { PromiseDue, RootCause, Score, Turn, Understanding } from '@redress/contracts';
import { understand } from '../../understand.ts';

interface Told {
  /** Known to be read wrong: what is wanted stands here all the same, and the test fails once it is read right. */
  readonly misread?: true;
  readonly text?: string;
  readonly turns?: Turn[];
  readonly score?: Score;
  /** Causes that must be found. */
  readonly causes?: readonly RootCause[];
  /** Causes that may be found besides; any other is a fault. */
  readonly also?: readonly RootCause[];
  readonly form?: Understanding['form'];
  readonly churn?: Understanding['churn']['level'];
  readonly exposure?: Understanding['exposure']['level'];
  readonly recovery?: Understanding['recovery']['level'];
  readonly promises?: readonly (PromiseDue | null)[];
  readonly outcome?: Understanding['promiseOutcome'];
  readonly contacts?: number | null;
  readonly minutes?: number | null;
  readonly flag: boolean;
}

const STORIES: Readonly<Record<string, readonly Told[]>> = {
  'heating that comes back in twenty minutes': [
    {
      text: 'Добрый вечер, с первого ноября переезжаем, хочу перенести договор на новый адрес. Минут двадцать провисела на линии, но девушка всё оформила, спасибо.',
      also: ['delay-waiting'],
      flag: false,
      promises: [],
      minutes: 20,
    },
    {
      text: 'Батареи ледяные, отопления нет с утра. Диспетчер сказал: перезагрузите котёл, тепло будет через 20-30 минут.',
      causes: ['outage-access'],
      promises: [{ minutes: 30 }],
      form: 'grievance',
      flag: true,
    },
    {
      text: 'Мне обещали полчаса, потом час. Прошло четыре часа, дома пятнадцать градусов, ребёнок в куртке.',
      promises: [{ minutes: 60 }],
      also: ['delay-waiting', 'broken-promise', 'other', 'outage-access'],
      flag: true,
    },
    {
      text: 'Я муж хозяйки. Разговариваю уже с четвёртым сотрудником: один говорит, что у вас всё включено и он не понимает, почему не греет, другая предлагает мастера в четверг, третий снова просит номер договора. И опять: «заработает в течение часа».',
      causes: ['handoff-disconnect'],
      also: ['outage-access', 'repeat-contact', 'broken-promise'],
      flag: true,
    },
    {
      text: 'Пять звонков за два дня, одни обещания. Слышал я это уже. Сегодня подписали договор с другой компанией.',
      causes: ['repeat-contact'],
      also: ['broken-promise'],
      contacts: 5,
      churn: 'stated',
      outcome: 'broken',
      flag: true,
    },
  ],
  'a seller’s shop closed overnight': [
    {
      text: 'Здравствуйте! Подскажите, пожалуйста, как добавить второй склад в кабинете продавца?',
      form: 'question',
      flag: false,
    },
    {
      text: 'Ночью без предупреждения заблокировали мой магазин, доступ в личный кабинет закрыт, выручка 62 000 рублей зависла. Причину не назвали.',
      causes: ['outage-access'],
      also: ['billing-amount', 'no-human-reachable', 'policy-refusal'],
      form: 'grievance',
      flag: true,
    },
    {
      turns: [
        {
          who: 'customer',
          text: 'На каждое письмо приходит один и тот же шаблон от бота. Дайте мне живого человека!',
        },
        { who: 'agent', text: 'Передала ваш вопрос, специалист свяжется с вами завтра до обеда.' },
        { who: 'customer', text: 'Хорошо, жду.' },
      ],
      causes: ['no-human-reachable'],
      promises: [{ days: 1, localTime: '12:00' }],
      flag: true,
    },
    {
      text: 'Никто так и не связался. Пишу уже четвёртый раз, в ответ тишина. В отзывах ещё тысяча двести таких же, закрытых роботом.',
      causes: ['no-human-reachable', 'repeat-contact'],
      also: ['broken-promise'],
      contacts: 4,
      outcome: 'broken',
      flag: true,
    },
    {
      text: 'Магазин разблокировали, Олег из поддержки разобрался за пять минут. Спасибо ему, вопрос закрыт.',
      recovery: 'solved',
      form: 'thanks',
      flag: false,
    },
  ],
  'a trial lesson that would not stop ringing': [
    {
      text: 'Добрый день. По коду ПРОБА14 у вас две недели бесплатно. Куда его вводить?',
      form: 'question',
      flag: false,
    },
    {
      misread: true,
      text: 'Код не сработал без созвона с менеджером по продажам. Сам курс интересный, девушка приятная, но смотреть я хотел без продавца.',
      also: ['communication-overload', 'usability', 'other', 'product-defect'],
      flag: true,
    },
    {
      text: 'Э-э… алло, это Гордеева. Вы, ну, вы мне звоните по пять раз в день и шлёте по три письма. Я просила убрать мой номер. Перестаньте, пожалуйста.',
      causes: ['communication-overload'],
      contacts: null,
      flag: true,
    },
    {
      turns: [
        { who: 'agent', text: 'Извините! Уберу вас из обзвона в течение двух часов.' },
        { who: 'customer', text: 'Ловлю на слове.' },
      ],
      promises: [{ minutes: 120 }],
      flag: false,
    },
    {
      text: 'Вчера обещали, что звонки прекратятся за два часа. Сегодня с утра уже четыре. Отписываюсь и курс покупать не буду.',
      causes: ['communication-overload', 'broken-promise'],
      churn: 'stated',
      contacts: null,
      flag: true,
    },
    {
      text: 'Бесплатные две недели = навязчивый обзвон. Одна звезда, не советую.',
      score: { kind: 'stars', value: 1, max: 5 },
      causes: ['communication-overload'],
      flag: true,
    },
  ],
  'two counters of one clinic': [
    {
      text: 'Прикладываю подписанное согласие на передачу карты новому терапевту. Если чего-то не хватает, сообщите, пожалуйста.',
      form: 'request',
      flag: false,
    },
    {
      text: 'сижу у врача, он спрашивает, какие прививки и когда. откуда мне помнить, разве у вас этого нет в карте?',
      also: ['handoff-disconnect'],
      form: 'question',
      flag: false,
    },
    {
      text: 'Оказывается, согласие действовало только для старого кабинета, а новому нужна вторая анкета. Это же одна поликлиника! Никто не предупредил, что бумаг две. Теперь снова отпрашиваться и ехать подписывать.',
      causes: ['handoff-disconnect'],
      also: ['policy-refusal', 'repeat-contact'],
      form: 'grievance',
      flag: true,
    },
    {
      text: 'Доктор чуткая и толковая, а вот регистратура и архив живут каждый своей жизнью.',
      causes: ['handoff-disconnect'],
      score: { kind: 'nps', value: 6 },
      flag: true,
    },
  ],
  'the ward’s voicemail': [
    {
      text: 'З-здравствуйте, это Павел Ильин… мне, мне бы результаты, ну… результаты УЗИ узнать. Перезвоните, пожалуйста, когда… когда удобно.',
      form: 'request',
      flag: false,
    },
    {
      text: 'Прослушал сообщение от вашей медсестры. Она решила, что положила трубку, и стала передразнивать моё заикание, на фоне хохотали. Мне стыдно и больно.',
      causes: ['staff-conduct'],
      form: 'grievance',
      flag: true,
    },
    {
      turns: [
        {
          who: 'customer',
          text: 'Я сестра пациента. Послушайте эту запись. Мы хотим, чтобы её уволили, иначе пойдём в прокуратуру.',
        },
        {
          who: 'agent',
          text: 'Мне очень жаль. Её отстранили, а заведующая позвонит вам завтра утром.',
        },
      ],
      also: ['staff-conduct', 'other'],
      exposure: 'threatened',
      promises: [{ days: 1, localTime: '08:00' }],
      flag: true,
    },
    {
      text: 'Заведующая позвонила до девяти, как и обещали, и извинилась. Этого нам достаточно.',
      outcome: 'kept',
      promises: [],
      flag: false,
    },
    {
      text: 'Остаёмся у вас, потому что нас услышали и сдержали слово.',
      recovery: 'renewed',
      flag: false,
    },
  ],
  'a refund read from a script': [
    {
      misread: true,
      text: 'Пришёл не тот размер ботинок, заказывал 43, в коробке 40. Оформил возврат.',
      causes: ['product-defect'],
      flag: true,
    },
    {
      text: 'Вместо 5490 рублей вернули 549. Это явная ошибка, исправьте, пожалуйста.',
      causes: ['billing-amount'],
      form: 'grievance',
      flag: true,
    },
    {
      text: 'Оператор как по бумажке: «возврат выполнен в соответствии с правилами», и так три раза подряд. На вопросы не отвечает.',
      causes: ['policy-refusal', 'no-human-reachable'],
      contacts: null,
      flag: true,
    },
    {
      text: 'Третье обращение. Отказали, сославшись на пункт 7.4. Подаю жалобу в Роспотребнадзор, если до пятницы не вернёте, закажу у конкурентов.',
      causes: ['policy-refusal', 'repeat-contact'],
      also: ['billing-amount'],
      contacts: 3,
      churn: 'risk',
      exposure: 'threatened',
      flag: true,
    },
    {
      text: 'Деньги пришли полностью, с извинениями и купоном. Приятно, когда признают ошибку.',
      recovery: 'solved',
      flag: false,
    },
  ],
};

describe.each(Object.entries(STORIES))('Russian, %s', (_, messages) => {
  for (const [index, told] of messages.entries())
    (told.misread === true ? it.failing : it)(`understands message ${String(index)}`, () => {
      const { text, turns, score } = told;
      const said = understand({
        ...(text === undefined ? {} : { text }),
        ...(turns === undefined ? {} : { turns }),
        ...(score === undefined ? {} : { score }),
      });
      const found = said.causes.map((cause) => cause.id);
      const allowed = [...(told.causes ?? []), ...(told.also ?? [])];
      expect(found).toEqual(expect.arrayContaining([...(told.causes ?? [])]));
      expect(found.filter((cause) => !allowed.includes(cause))).toEqual([]);
      expect(said.churn.level).toBe(told.churn ?? 'none');
      expect(said.exposure.level).toBe(told.exposure ?? 'none');
      expect(said.recovery.level).toBe(told.recovery ?? 'none');
      expect(said.detractor.flag).toBe(told.flag);
      if (told.form !== undefined) expect(said.form).toBe(told.form);
      if (told.outcome !== undefined) expect(said.promiseOutcome).toBe(told.outcome);
      if (told.contacts !== undefined) expect(said.contacts).toBe(told.contacts);
      if (told.minutes !== undefined) expect(said.minutes).toBe(told.minutes);
      if (told.promises !== undefined)
        expect(said.promises.map((promise) => promise.due)).toEqual(told.promises);
    });
});

describe('Russian, calm texts', () => {
  it.each([
    'Какие документы нужны, чтобы переоформить договор на жену?',
    'Пришлите, пожалуйста, акт сверки за третий квартал.',
    'Подтверждаю встречу в среду в 15:00.',
    'Спасибо, всё получила, вопросов нет.',
    'Полчаса по телефону, чтобы перенести запись; оператор сказал, без проблем, не хотите ли послушать наши предложения? Нет, спасибо.',
  ])('leave “%s” calm', (text) => {
    const said = understand({ text });
    expect(said.detractor.probability).toBeLessThan(0.3);
    expect(said.causes).toEqual([]);
    expect(said.churn.level).toBe('none');
  });
});

it.failing('leaves an order’s details calm', () => {
  const said = understand({ text: 'Заказ 4471, доставка на вторник, домофон 12.' });
  expect(said.detractor.probability).toBeLessThan(0.3);
});

it('takes shouting in a crowd and queues for waiting, not for a handoff', () => {
  const said = understand({
    text: 'Посадка в Амстердаме ощущалась как торговый зал Нью-Йоркской биржи: все кричат, никто ничего не понимает, очередь в три стороны.',
  });
  expect(['delay-waiting', 'other']).toEqual(
    expect.arrayContaining(said.causes.map((cause) => cause.id)),
  );
  expect(said.touchpoint).toBe('boarding');
});

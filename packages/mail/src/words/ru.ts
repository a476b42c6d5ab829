import { pluralForms } from './words.ts';
import type { Words } from './words.ts';

const plural = pluralForms('ru');

/** Russian. Names stand after a colon, so that they need no case ending. */
export const ru: Words = {
  language: 'ru',
  direction: 'ltr',
  sample: '[Пример]',
  someone: 'клиент без имени',
  quotes: ['«', '»'],
  listComma: ', ',
  units: {
    days: (count) => plural(count, { one: '# день', few: '# дня', many: '# дней', other: '# дня' }),
    hour: 'ч',
    minute: 'мин',
  },
  causes: {
    'broken-promise': 'невыполненное обещание',
    'delay-waiting': 'задержка или ожидание',
    'handoff-disconnect': 'потерялось между отделами',
    'repeat-contact': 'пришлось обращаться снова и снова',
    'no-human-reachable': 'не дозваться человека',
    'staff-conduct': 'поведение сотрудника',
    'product-defect': 'неисправный товар',
    'outage-access': 'услуга не работает или нет доступа',
    'billing-amount': 'неверная сумма в счёте',
    'price-value': 'цена не соответствует ценности',
    'policy-refusal': 'отказ из-за правил',
    'communication-overload': 'слишком много сообщений',
    'privacy-security': 'личные данные или безопасность',
    'lost-damaged': 'потеряно или повреждено',
    'cleanliness-safety': 'чистота или безопасность',
    usability: 'неудобно пользоваться',
    'cancellation-change': 'отмена или изменение',
    other: 'другое',
  },
  severities: { low: 'низкая', medium: 'средняя', high: 'высокая', critical: 'критическая' },
  channels: {
    survey: 'опрос',
    review: 'отзыв',
    social: 'пост',
    email: 'письмо',
    chat: 'чат',
    call: 'звонок',
    voicemail: 'голосовая почта',
    ticket: 'заявка',
    product: 'в продукте',
    employee: 'через сотрудника',
  },
  reasons: {
    score: (facts) => (facts.score === null ? 'низкая оценка' : `оценка ${facts.score}`),
    sentiment: () => 'раздражённый тон',
    cause: (facts) => facts.cause ?? 'причина',
    'churn-risk': () => 'может уйти',
    'churn-stated': () => 'говорит, что уходит',
    'exposure-threatened': () => 'грозит оглаской',
    'exposure-public': () => 'дело уже публично',
    'amount-anomaly': () => 'сумма вне всяких пропорций',
    'repeat-contact': (facts) => `обращение № ${String(facts.contacts)} об одном и том же`,
    'passed-promise': (facts) =>
      facts.brokenPromises === 0
        ? 'срок обещания прошёл'
        : plural(facts.brokenPromises, {
            one: '# нарушенное обещание',
            few: '# нарушенных обещания',
            many: '# нарушенных обещаний',
            other: '# нарушенного обещания',
          }),
    value: (facts) => facts.perMonth ?? 'высокая ценность',
    'revenue-share': (facts) => facts.revenueShare ?? 'большая доля нашей выручки',
    renewal: (facts) => facts.renewal ?? 'скоро продление',
    friction: () => 'накопились мелкие неудобства',
    effort: (facts) =>
      facts.effort === null ? 'потрачено много времени' : `${facts.effort} времени клиента`,
    solved: () => 'говорит, что вопрос решён',
    renewed: () => 'договор продлён',
  },
  news: {
    opened: 'Новая задача.',
    reopened: 'Задача снова открыта.',
    worse: 'Дело стало серьёзнее.',
    'new-cause': 'Появилась новая причина.',
    'promise-broken': 'Обещание нарушено.',
    public: 'Дело публично, или клиент этим грозит.',
    churn: 'Клиент может уйти или говорит, что уходит.',
    again: 'Клиент обратился снова.',
    detractor: 'Клиент поставил низкую оценку.',
    escalated: 'Задача передана выше.',
    assigned: 'Задача теперь ваша.',
  },
  act: {
    call: (name, by) => (by === null ? `Позвоните сейчас: ${name}` : `Позвоните до ${by}: ${name}`),
    write: (name, by) => (by === null ? `Напишите сейчас: ${name}` : `Напишите до ${by}: ${name}`),
    reply: (name, by) => (by === null ? `Ответьте сейчас: ${name}` : `Ответьте до ${by}: ${name}`),
    'put-right': (name, by) =>
      by === null ? `Исправьте сейчас: ${name}` : `Исправьте до ${by}: ${name}`,
  },
  doIt: { call: 'Позвоните:', write: 'Напишите:', reply: 'Ответьте:', 'put-right': 'Исправьте:' },
  before: (yours, theirs, left) =>
    theirs === null
      ? `до ${yours} (через ${left})`
      : `до ${yours} по вашему времени, ${theirs} по времени клиента (через ${left})`,
  overdue: (yours, late) => `сейчас: срок был в ${yours} (${late} назад)`,
  deadline: {
    'promise-runs-out': 'Тогда истекает обещание, которое мы дали.',
    acknowledge: 'К этому времени кто-то должен взять дело на себя.',
    promise: 'К этому времени клиент должен услышать, что мы сделаем и когда.',
    deliver: 'К этому времени всё должно быть исправлено.',
  },
  sayYouHaveIt: (by) => `Подтвердите до ${by}, что берёте дело.`,
  doNotContact: 'Клиент просил не связываться с ним. Исправьте без звонка и без письма.',
  prefers: 'Предпочитает',
  perMonth: (amount) => `${amount} в месяц`,
  customerFor: (years) =>
    plural(years, { one: '# год', few: '# года', many: '# лет', other: '# года' }),
  revenueShare: (percent) => `${percent} % нашей выручки`,
  renewal: (date) => `продление ${date}`,
  contactsInDays: (contacts, days) =>
    `Обращение № ${String(contacts)} за ${plural(days, { one: '# день', few: '# дня', many: '# дней', other: '# дня' })}`,
  buttons: {
    acknowledge: 'Беру на себя',
    promise: 'Обещаю …',
    handOver: 'Передать',
    notAComplaint: 'Это не жалоба',
    task: 'Открыть задачу',
  },
  noLinks: 'Кнопок здесь нет: у этого Redress ещё нет публичного адреса (REDRESS_PUBLIC_URL).',
  headings: {
    doNow: 'Сделать сейчас',
    news: 'Что нового',
    missed: 'Что пропущено',
    whyYou: 'Почему вы',
    theirWords: 'Слова клиента',
    cause: 'Причина',
    alsoOpen: 'Ещё открыто',
  },
  whySeverity: (severity, points) => `Почему важность ${severity} (${points})`,
  severityNow: (severity) => `Важность теперь ${severity}.`,
  whatHappened: (timeZone) => `Что произошло (время: ${timeZone})`,
  we: 'мы',
  contactKinds: {
    survey: 'мы отправили опрос',
    sales: 'мы отправили предложение',
    service: 'мы ответили',
  },
  promisedBy: {
    company: 'мы обещали',
    customer: 'обещание клиента',
    owner: 'обещание ответственного',
  },
  promiseStatus: {
    pending: 'в силе',
    kept: 'выполнено',
    broken: 'нарушено',
    'open-ended': 'срок не назван',
  },
  due: (time) => `срок ${time}`,
  earlier: (entries) =>
    plural(entries, {
      one: '# более ранняя запись на странице задачи',
      few: '# более ранние записи на странице задачи',
      many: '# более ранних записей на странице задачи',
      other: '# более ранней записи на странице задачи',
    }),
  nothingElseOpen: 'Больше ничего у этого клиента.',
  otherOpenTasks: (tasks) =>
    plural(tasks, {
      one: '# другая задача этого счёта.',
      few: '# другие задачи этого счёта.',
      many: '# других задач этого счёта.',
      other: '# другой задачи этого счёта.',
    }),
  next: (name, time) => `Дальше: в ${time} узнает ${name}.`,
  missed: {
    acknowledge: (owner, time) => `Дело не взято до ${time} (${owner}).`,
    promise: (owner, time) => `Клиент до ${time} не услышал, что мы сделаем и когда (${owner}).`,
    deliver: (owner, time) => `До ${time} не исправлено (${owner}).`,
  },
  escalatedToYou: 'Вы следующая ступень эскалации.',
  furtherNews: (name) => `Новости: ${name}`,
  promiseBroken: (name) => `Обещание нарушено: ${name}`,
  escalated: (name) => `Передано вам: ${name}`,
  restInThread: 'Всё остальное — в предыдущем письме этой переписки и на странице задачи.',
  digestSubject: (tasks) =>
    plural(tasks, {
      one: '# задача ждёт вас',
      few: '# задачи ждут вас',
      many: '# задач ждут вас',
      other: '# задачи ждёт вас',
    }),
  digestWhy: 'В одном письме, потому что за этот час их было уже много.',
};

import type { LanguageLexicon } from '../../lexicon.ts';
import { list } from '../../list.ts';

export const touchpoints: LanguageLexicon['touchpoints'] = {
  delivery: list(`deliver*, courier*, parcel*, package*, shipping, shipment*, shipped`),
  checkout: list(`checkout, basket, cart, till, self-checkout`),
  billing: list(
    `bill, bills, billing, billed, invoice*, charge, charged, charges, statement, fee, fees, payment*, direct debit`,
  ),
  app: list(`app, apps`),
  website: list(`website, site, web page, portal, online form`),
  'call-centre': list(
    `call centre, call center, phone line, on hold, hotline, helpline, phone menu, support line`,
  ),
  chat: list(`live chat, chat, chatbot`),
  store: list(`store, shop, in store, counter, cashier*`),
  branch: list(`branch, teller`),
  boarding: list(`boarding, gate, boarded`),
  'check-in': list(`check-in, check in, checked in, reception`),
  'car-bluetooth': list(
    `bluetooth ~4 car, car ~4 bluetooth, car, bluetooth, carplay, android auto`,
  ),
  baggage: list(`baggage, luggage, suitcase*`),
  installation: list(`install*, technician*, engineer visit`),
  appointment: list(`appointment*, clinic, surgery, consultation`),
  returns: list(`return, returns, returned, refund*, exchange`),
  renewal: list(`renewal, renew, contract extension`),
};

export const currencies: LanguageLexicon['currencies'] = {
  USD: list(`dollar*, bucks`),
  EUR: list(`euro*`),
  GBP: list(`pound*, quid`),
  PLN: list(`zloty*, zlotys`),
  RUB: list(`rouble*, ruble*`),
  THB: list(`baht`),
  SAR: list(`riyal*`),
  INR: list(`rupee*`),
};

import type { ReferenceWords } from './reference-words.ts';

export const english: ReferenceWords = {
  things: {
    order: 'order|orders|purchase order|po|my order',
    invoice: 'invoice|invoices|bill|receipt',
    case: 'ticket|tickets|case|cases|complaint|claim|incident|enquiry|inquiry|service request|support request',
    booking:
      'booking|bookings|reservation|reservations|pnr|confirmation|record locator|booking ref|locator|itinerary',
    account:
      'account|acct|acc|a/c|contract|agreement|policy|customer|client|membership|member|subscription|iban|loyalty',
    parcel: 'parcel|package|tracking|shipment|consignment|waybill|awb|track|delivery|air waybill',
  },
  loose:
    'customer|client|member|bill|receipt|claim|confirmation|delivery|track|contract|agreement|itinerary|loyalty',
  markers: 'number|numbers|no|no.|nr|nr.|num|num.|id|code|nos|nos.|numbered|#',
  references: 'reference|ref|ref.|reference number|ref no',
  links:
    'is|was|are|with|under|the|my|your|our|it is|of|for|being|which is|that is|this is|in|id|and the',
  others:
    'phone|telephone|mobile|tel|tel.|cell|room|flat|apartment|house|gate|seat|bus|line|platform|floor|page|call|whatsapp|fax|postcode|zip|card|pin|size|model|door|table|street|question|step|flight|train|plate|top|version|otp|verification|security',
  quantity: 'to|can|could|we|i|would|will|cannot|they|please|minimum',
  and: 'and|or|and also|as well as',
};

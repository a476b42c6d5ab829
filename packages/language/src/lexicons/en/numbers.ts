import type { LanguageLexicon } from '../../lexicon.ts';

export const groups: LanguageLexicon['groups'] = {
  staff:
    'agent*|rep|reps|representative*|adviser*|advisor*|staff|employee*|clerk*|cashier*|manager*|supervisor*|waiter*|waitress*|server|nurse*|doctor*|dentist|receptionist*|driver*|courier*|engineer*|technician*|attendant*|consultant*|operator*|guard*|bouncer|salesman|salesperson|seller|dealer|teller*|trainee*|handler*|colleague*|crew|host|guy|lady|chap|telemarketer*|fundraiser|warden|barber|assistant*|movers|removal men',
  company:
    'you|they|company|bank|airline|shop|store|hotel|@staff|ad|advert*|website|brochure|listing|support|sales|provider',
  thing:
    'parcel*|package*|order*|item*|suitcase*|luggage|bag|bags|baggage|letter*|card|box|shipment*|pram|watch|dress|certificate|passport|pallet|laptop|phone|documents|clubs',
  team: 'department*|team*|desk*|branch*|office*|billing|technical|sales|support|finance|agent*|people|person|bank|airline|seller|courier|pharmacy|clinic|hospital|police|depot|store|shop|everyone',
  often:
    'again and again|over and over|time and again|repeatedly|multiple times|several times|countless times|many times|so many times|# times|twice|thrice',
};

export const numbers: LanguageLexicon['numbers'] = {
  cardinals: [
    ['(one|once)', 1],
    ['(two|twice|couple of)', 2],
    ['(three|thrice)', 3],
    ['four', 4],
    ['five', 5],
    ['six', 6],
    ['seven', 7],
    ['eight', 8],
    ['nine', 9],
    ['ten', 10],
    ['eleven', 11],
    ['twelve', 12],
    ['thirteen', 13],
    ['fourteen', 14],
    ['fifteen', 15],
    ['sixteen', 16],
    ['seventeen', 17],
    ['eighteen', 18],
    ['nineteen', 19],
    ['twenty', 20],
    ['thirty', 30],
    ['forty', 40],
    ['fifty', 50],
    ['sixty', 60],
    ['seventy', 70],
    ['eighty', 80],
    ['ninety', 90],
    ['hundred', 100],
    ['thousand', 1000],
  ],
  ordinals: [
    ['second', 2],
    ['third', 3],
    ['fourth', 4],
    ['fifth', 5],
    ['sixth', 6],
    ['seventh', 7],
    ['eighth', 8],
    ['ninth', 9],
    ['tenth', 10],
    ['eleventh', 11],
    ['twelfth', 12],
    ['twentieth', 20],
    ['hundredth', 100],
    ['umpteenth', 10],
    ['nth', 10],
  ],
  ordinalSuffixes: ['st', 'nd', 'rd', 'th'],
  joiners: ['and'],
};

import type { LanguageLexicon } from '../../lexicon.ts';

export const groups: LanguageLexicon['groups'] = {
  staff:
    'agent*|rep|reps|representative*|adviser*|advisor*|staff|employee*|clerk*|cashier*|manager*|supervisor*|waiter*|waitress*|nurse*|doctor*|dentist|receptionist*|driver*|courier*|engineer*|technician*|attendant*|consultant*|operator*|guard*|salesman|saleswoman|salesperson|seller|dealer|teller*|trainee*|handler*|colleague*|crew|host|guy|girl|lady|woman|gentleman|chap|fellow|assistant*|movers|plumber|electrician|conductor|steward*|officer*|secretary|mechanic|builder*|installer*|cleaner*|executive*|instructor|teacher',
  company:
    'you|they|he|she|company|bank|airline|shop|store|hotel|@staff|support|sales|provider|website|customer service|customer care|operator|clinic|agency|landlord|insurer',
  thing:
    'parcel*|package*|order*|item*|delivery|shipment*|box|boxes|suitcase*|luggage|bag|bags|baggage|letter*|card|cards|passport|document*|documents|goods|furniture|laptop|phone|book|books|bike|buggy|pushchair|certificate*|gift*|present|contents|consignment|courier|mail|post|keys|medicine*|groceries|sofa|table|mirror|vase|glasses|plates|bottle*|clothes|coat|jacket|dress|shoes|product*',
  device:
    'zip|zipper|screen|display|battery|strap|button*|handle*|motor|wheel*|hinge*|charger|cable|sole*|heel*|seam*|stitching|engine|pump|lens*|kettle|washing machine|washer|dryer|dishwasher|fridge|freezer|oven|blender|mixer|toaster|phone|mobile|handset|laptop|tablet|computer|printer|keyboard|remote|camera|speaker*|headphones|headset|earphones|earbuds|boiler|heater|thermostat|ac|air con|aircon|air conditioner|fan|microwave|vacuum|hoover|drill|toy|bike|scooter|car|watch|lamp|device|machine|unit|product|appliance|shoes|shoe|boots|sofa|chair|mattress|wardrobe|desk|lid|door|lock|tap|tyre*|brake*|pushchair|item|jacket|coat|dress|trousers|jeans|bag',
  food: 'food|steak|burger|pizza|meal|meals|soup|fish|chicken|coffee|tea|chips|fries|rice|bread|curry|pasta|dish|dishes|dessert|salad|eggs|meat|breakfast|lunch|dinner|sandwich|main|mains|starter|biryani',
  net: 'app|apps|site|website|web site|webpage|web page|page|system|systems|server*|portal|platform|dashboard|board|software|tool|internet|net|wifi|wi-fi|broadband|network|line|lines|landline|phone line|fibre|fiber|router|modem|tv box|set top box|decoder|login|connection|signal|api|atm|card machine|card reader|payment machine|ticket machine|terminal|payment page|checkout|electricity|power|current|hot water|heating|tv|cable|service|services|netbanking|net banking|online banking|internet banking|booking system|data|sim',
  cant: "can't|cannot|can not|couldn't|could not|unable to|not able to|impossible to|wasn't able to|won't let me|doesn't let me|does not let me|not letting me|wouldn't let me|doesn't allow me to|not possible to",
  canceller:
    'you|they|airline|clinic|hotel|shop|store|company|driver*|restaurant|seller|hospital|host|landlord|agency|provider|organiser*|organizer*|@staff',
  booking:
    'flight*|order*|appointment*|booking*|reservation*|concert*|event*|surgery|operation|trip|train*|course*|tour|delivery|delivery slot|visit*|slot*|show|class|classes|ride|table|room|interview|lesson*|session*|ferry|bus|cruise|holiday|meeting|test|exam|treatment|installation',
  team: 'department*|team*|desk*|branch*|office*|billing|technical|sales|support|finance|accounts|agent*|people|person|bank|airline|seller|courier|pharmacy|clinic|hospital|police|depot|store|shop|everyone|warehouse|headquarters|head office|reception|surgery|insurer|manufacturer|call centre|call center|customer service|agency|landlord',
  many: 'several|many|multiple|countless|numerous|endless|so many|too many|repeated|dozens of|a dozen|tons of|loads of|lots of|umpteen|n number of',
  often:
    'again and again|over and over|time and again|time and time again|repeatedly|multiple times|several times|countless times|many times|so many times|numerous times|a dozen times|a number of times|n number of times|umpteen times|# times|thrice|daily|every day|every week',
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

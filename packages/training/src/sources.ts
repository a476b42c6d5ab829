/** A public set the model may be learnt from. */
export interface Source {
  /** The sets it gives, by the beginning or the end of their names. */
  readonly sets: RegExp;
  readonly what: string;
  readonly repository: string;
  readonly licence: string;
  /** Whether a licence is stated for the texts themselves; `--sources stated` learns from no others. */
  readonly stated: boolean;
}

/** Every source with the licence its repository states. Texts of these sets never ship; weights learnt from them do. */
export const SOURCES: readonly Source[] = [
  {
    sets: /^th-wisesight$/u,
    what: 'Thai social posts on brands',
    repository: 'PyThaiNLP/wisesight-sentiment',
    licence: 'CC0-1.0',
    stated: true,
  },
  {
    sets: /^ar-arsarcasm2$/u,
    what: 'Arabic tweets',
    repository: 'iabufarha/ArSarcasm-v2',
    licence: 'MIT',
    stated: true,
  },
  {
    sets: /^ar-semeval16-hotels$/u,
    what: 'Arabic hotel reviews',
    repository: 'msmadi/ABSA-Hotels',
    licence: 'MIT',
    stated: true,
  },
  {
    sets: /^ar-ajgt$/u,
    what: 'Jordanian tweets',
    repository: 'komari6/Arabic-twitter-corpus-AJGT',
    licence: 'AFL-3.0',
    stated: true,
  },
  {
    sets: /^ar-astd$/u,
    what: 'Arabic tweets',
    repository: 'mahmoudnabil/ASTD',
    licence: 'GPL-2.0',
    stated: true,
  },
  {
    sets: /^id-(?:smsa|hoasa|casa)$/u,
    what: 'Indonesian reviews (IndoNLU)',
    repository: 'IndoNLP/indonlu',
    licence: 'Apache-2.0',
    stated: true,
  },
  {
    sets: /^en-banking77$/u,
    what: 'English questions to a bank',
    repository: 'PolyAI-LDN/task-specific-datasets',
    licence: 'CC BY 4.0',
    stated: true,
  },
  {
    sets: /^pl-wccrs-/u,
    what: 'Polish hotel and medical reviews',
    repository: 'sdadas/polish-sentence-evaluation',
    licence: 'GPL-3.0 (repository); corpus not stated there',
    stated: false,
  },
  {
    sets: /^pl-polemo-/u,
    what: 'Polish medical reviews (PolEmo 2.0)',
    repository: 'JakubJP/PJATK_ZUM',
    licence: 'none stated there (CC BY by its paper)',
    stated: false,
  },
  {
    sets: /^pl-filmweb$/u,
    what: 'Polish film remarks',
    repository: 'Michal299/mm-review-based-rate-ai',
    licence: 'Apache-2.0 (repository); texts not stated',
    stated: false,
  },
  {
    sets: /^ar-lasr-/u,
    what: 'Arabic reviews',
    repository: 'hadyelsahar/large-arabic-sentiment-analysis-resouces',
    licence: 'none stated',
    stated: false,
  },
  {
    sets: /^ru-sentirueval16-/u,
    what: 'Russian tweets on banks',
    repository: 'antongolubev5/Targeted-SA-for-Russian-Datasets',
    licence: 'none stated',
    stated: false,
  },
  {
    sets: /^en-sst5$/u,
    what: 'English film reviews',
    repository: 'prrao87/fine-grained-sentiment',
    licence: 'MIT (repository); texts not stated',
    stated: false,
  },
  {
    sets: /^en-twitter-complaints$/u,
    what: 'English tweets to companies (no sentiment label, not learnt from)',
    repository: 'danielpreotiuc/complaints-social-media',
    licence: 'none stated',
    stated: false,
  },
  {
    sets: /^en-cfpb/u,
    what: 'English complaints to a regulator',
    repository: 'ZiyuYan9/consumer_complaints, nagakoushik24/Kaiburr-Assignment-Task5',
    licence: 'none stated (US government data)',
    stated: false,
  },
  {
    sets: /^en-shopee$/u,
    what: 'English product reviews, machine translated',
    repository: 'l3ouu4n9/Shopee-Code-League-2020',
    licence: 'none stated',
    stated: false,
  },
  {
    sets: /^en-tweeteval$/u,
    what: 'English tweets',
    repository: 'cardiffnlp/tweeteval',
    licence: 'that of the SemEval 2017 source',
    stated: false,
  },
  {
    sets: /-xlmt$/u,
    what: 'tweets in eight languages',
    repository: 'cardiffnlp/xlm-t',
    licence: 'Apache-2.0 (repository); source sets may restrict',
    stated: false,
  },
  {
    sets: /^de-germeval17$/u,
    what: 'German posts on a railway',
    repository: 'LSX-UniWue/SuperGLEBer',
    licence: 'none stated',
    stated: false,
  },
  {
    sets: /^nl-semeval16-/u,
    what: 'Dutch restaurant reviews',
    repository: 'davidsbatista/Aspect-Based-Sentiment-Analysis',
    licence: 'none stated',
    stated: false,
  },
  {
    sets: /^zh-(?:waimai|shopping)$/u,
    what: 'Chinese reviews',
    repository: 'SophonPlus/ChineseNlpCorpus',
    licence: 'none stated',
    stated: false,
  },
  {
    sets: /-mabsa$/u,
    what: 'reviews in 14 languages, machine translated',
    repository: 'swaggy66/M-ABSA',
    licence: 'none stated',
    stated: false,
  },
];

/** The source of a set; undefined where it is none of ours, and then it is not learnt from. */
export function sourceOf(set: string): Source | undefined {
  return SOURCES.find(({ sets }) => sets.test(set));
}

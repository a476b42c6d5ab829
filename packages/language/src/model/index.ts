export { FeatureList } from './feature-list.ts';
export { bucketOf, FeatureTable, tagOf, WAYS } from './feature-table.ts';
export {
  decodeModel,
  encodeModel,
  MODEL_FILE,
  shippedModel,
  TABLES,
  type LanguageModel,
  type ModelHead,
  type SentimentCalibration,
  type SumsToLogits,
  type TableName,
} from './model-file.ts';
export {
  readSentiment,
  readSignals,
  type ReadSentiment,
  type SentimentShares,
} from './read-model.ts';
export { lettersOf, readLanguage, type LanguageGuess } from './read-language.ts';
export { normalise } from '../normalise.ts';

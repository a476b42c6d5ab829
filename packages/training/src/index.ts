export { learnFrom, LANGUAGES, type LearnOptions } from './learn-from.ts';
export { readCorpus } from './read-corpus.ts';
export { readLabelledSets } from './read-labelled-sets.ts';
export { SOURCES, sourceOf, type Source } from './sources.ts';
export { calibrationPlot } from './evaluate/calibration-plot.ts';
export { evaluate, type Evaluation } from './evaluate/evaluate.ts';
export { belowFloors, figuresOf, floorsUnder, type Floors } from './evaluate/floors.ts';
export { reportTables } from './evaluate/report.ts';

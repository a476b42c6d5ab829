export { learnFrom } from './learn-from.ts';
export { SOURCES } from './sources.ts';
export { calibrationPlot } from './evaluate/calibration-plot.ts';
export { evaluate } from './evaluate/evaluate.ts';
export { belowFloors, figuresOf, floorsUnder } from './evaluate/floors.ts';
export { reportTables } from './evaluate/report.ts';

import type { LanguageCalibration } from './evaluate-sets.ts';

const SIZE = 120;
const GAP = 24;
const PER_ROW = 6;

/** Calibration plots, one small square a language: said from left to right, right from bottom to top; a dot on the diagonal is honest. Its area is how many texts it stands for. */
export function calibrationPlot(calibrations: readonly LanguageCalibration[]): string {
  const rows = Math.ceil(calibrations.length / PER_ROW);
  const width = PER_ROW * (SIZE + GAP) + GAP;
  const height = rows * (SIZE + GAP * 2) + GAP;
  const plots = calibrations.map(({ language, bins }, at) => {
    const left = GAP + (at % PER_ROW) * (SIZE + GAP);
    const top = GAP + Math.floor(at / PER_ROW) * (SIZE + GAP * 2);
    const most = Math.max(...bins.map(({ count }) => count));
    const dots = bins
      .filter(({ count }) => count > 0)
      .map(({ said, right, count }) => {
        const radius = 2 + 6 * Math.sqrt(count / most);
        return `<circle cx="${(left + said * SIZE).toFixed(1)}" cy="${(top + (1 - right) * SIZE).toFixed(1)}" r="${radius.toFixed(1)}"/>`;
      });
    return [
      `<rect x="${String(left)}" y="${String(top)}" width="${String(SIZE)}" height="${String(SIZE)}"/>`,
      `<line x1="${String(left)}" y1="${String(top + SIZE)}" x2="${String(left + SIZE)}" y2="${String(top)}"/>`,
      ...dots,
      `<text x="${String(left)}" y="${String(top + SIZE + 16)}">${language}</text>`,
    ].join('\n');
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${String(width)} ${String(height)}" role="img" aria-label="How often a probability is right, a square a language">
<style>rect{fill:#fff;stroke:#999}line{stroke:#bbb}circle{fill:#2a6f97;opacity:.8}text{font:13px sans-serif;fill:#333}</style>
<rect x="0" y="0" width="${String(width)}" height="${String(height)}" style="stroke:none"/>
${plots.join('\n')}
</svg>
`;
}

/** What Varnholt makes, as its site shows it: name, code, category, list price in euro. */
export const products = [
  ['P 12 Pressure transmitter', 'P12', 'Pressure', 386],
  ['P 12 Ex Pressure transmitter', 'P12-EX', 'Pressure', 548],
  ['P 40 Hygienic pressure transmitter', 'P40', 'Pressure', 712],
  ['P 40 Hygienic, remote seal', 'P40-RS', 'Pressure', 1_094],
  ['L 20 Submersible level probe', 'L20', 'Level', 468],
  ['L 20 Titanium level probe', 'L20-TI', 'Level', 936],
  ['L 80 Radar level transmitter', 'L80', 'Level', 1_865],
  ['L 80 High temperature', 'L80-HT', 'Level', 2_740],
  ['F 30 Magnetic flow meter DN 50', 'F30-050', 'Flow', 1_420],
  ['F 30 Magnetic flow meter DN 200', 'F30-200', 'Flow', 2_680],
  ['F 30 Magnetic flow meter DN 600', 'F30-600', 'Flow', 7_950],
  ['F 55 Thermal mass flow meter', 'F55', 'Flow', 2_215],
  ['Commissioning, one day', 'S-COM', 'Service', 1_180],
  ['Calibration on site', 'S-CAL', 'Service', 640],
] as const;

/** Territories: key, name, region, the countries that lie in it. */
export const territories = [
  ['north', 'Germany North', 'DACH', ['DE']],
  ['alps', 'Austria and Switzerland', 'DACH', ['AT', 'CH']],
  ['nordics', 'Nordics', 'Northern Europe', ['SE', 'DK', 'NO', 'FI']],
  ['benelux', 'Benelux', 'Western Europe', ['NL', 'BE']],
  ['france', 'France', 'Western Europe', ['FR']],
  ['britain', 'United Kingdom and Ireland', 'Western Europe', ['GB', 'IE']],
  ['iberia', 'Iberia', 'Southern Europe', ['ES', 'PT']],
  ['italy', 'Italy', 'Southern Europe', ['IT']],
  ['balkans', 'Greece and Türkiye', 'Southern Europe', ['GR', 'TR']],
  ['central', 'Poland and Czechia', 'Central Europe', ['PL', 'CZ']],
  ['ukraine', 'Ukraine', 'Eastern Europe', ['UA']],
  ['gulf', 'Gulf', 'Middle East', ['AE', 'SA']],
  ['japan', 'Japan', 'Asia', ['JP']],
  ['korea', 'Korea', 'Asia', ['KR']],
  ['americas', 'Americas', 'Americas', ['US', 'BR']],
] as const;

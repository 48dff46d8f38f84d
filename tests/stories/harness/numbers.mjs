// Numbers as posts issue them: UPU S10-12, 5.2.
const WEIGHTS = [8, 6, 4, 2, 3, 5, 9, 7];

/** The number with its check digit. */
export function numberWith(service, serial, country) {
  const digits = String(serial).padStart(8, '0');
  const rest = 11 - [...digits].reduce((sum, digit, i) => sum + digit * WEIGHTS[i], 0) % 11;
  return `${service}${digits}${{ 10: 0, 11: 5 }[rest] ?? rest}${country}`;
}

/** The way numbers are shown. */
export const grouped = (number) => number.replace(/^(..)(...)(...)(...)(..)$/, '$1 $2 $3 $4 $5');

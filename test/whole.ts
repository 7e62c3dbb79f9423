/** Whether the tests that take minutes run in full: `PRMKIT_WHOLE=1 npm test`, before a release. Else they take a part, so that every run stays short. */
export const whole = process.env['PRMKIT_WHOLE'] === '1';

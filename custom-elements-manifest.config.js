/** Every element with its attributes, slots, parts, properties and events, for editors, stories and wrappers. */
export default {
  globs: ['src/components/**/*.ts'],
  outdir: 'dist',
  litelement: true,
  packagejson: false,
};

declare module 'virtual:prmkit-elements' {
  const elements: unknown;
  export default elements;
}

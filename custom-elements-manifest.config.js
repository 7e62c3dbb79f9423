/**
 * Every element with its attributes, slots, parts, properties and events, for editors, stories and wrappers: what is
 * promised, and nothing of how it is done. An event's type is what the event map of its name says, its fields are what its class is made with.
 */
const eventTypes = new Map();
const eventFields = new Map();

const promised = {
  name: 'prmkit-promised',
  analyzePhase({ ts, node }) {
    if (ts.isClassDeclaration(node) && node.heritageClauses?.some((clause) => clause.getText() === 'extends Event')) {
      const parameters = node.members.find(ts.isConstructorDeclaration)?.parameters.filter(({ modifiers }) => modifiers?.length) ?? [];
      eventFields.set(node.name.text, parameters.map(({ name, type, questionToken }) => ({ name: name.text, type: { text: type.getText() + (questionToken ? ' | undefined' : '') } })));
    }
    if (!ts.isInterfaceDeclaration(node) || node.name.text !== 'GlobalEventHandlersEventMap') return;
    for (const { name, type } of node.members) eventTypes.set(name.text, type.getText());
  },
  packageLinkPhase({ customElementsManifest }) {
    for (const module of customElementsManifest.modules) {
      module.declarations = module.declarations.filter(({ customElement, tagName }) => customElement && tagName);
      for (const element of module.declarations) {
        element.members = element.members?.filter(({ privacy, name, static: isStatic }) => !privacy && !isStatic && !name.startsWith('#'));
        element.events = element.events?.filter(({ name }) => eventTypes.has(name)).map((event) => ({ ...event, type: { text: eventTypes.get(event.name) }, fields: eventFields.get(eventTypes.get(event.name)) ?? [] }));
        element.attributes = element.attributes?.filter(({ fieldName }) => element.members.some(({ name }) => name === fieldName));
      }
    }
    customElementsManifest.modules = customElementsManifest.modules.filter(({ declarations }) => declarations.length > 0);
    for (const module of customElementsManifest.modules) {
      const shipped = (path) => path?.replace(/^src\/(.+)\.ts$/, 'dist/$1.js');
      module.exports = module.exports?.filter(({ kind }) => kind === 'js').map((one) => ({ ...one, declaration: { ...one.declaration, module: shipped(module.path) } }));
      module.path = shipped(module.path);
    }
  },
};

export default {
  globs: ['src/components/**/*.ts'],
  outdir: 'dist',
  litelement: true,
  packagejson: false,
  plugins: [promised],
};

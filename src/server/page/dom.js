// Small ways to build and find elements; text always goes in as text, never as HTML.
// Everything on the page is made here, so that nothing needs innerHTML.

/**
 * Makes an element with attributes and children.
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {Readonly<Record<string, string>>} [attributes]
 * @param {...(Node | string)} children
 * @returns {HTMLElementTagNameMap[Tag]}
 */
export function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return element;
}

/**
 * Makes one of the pictograms of icons.svg; screen readers pass over it.
 * @param {string} name
 */
export function makeIcon(name) {
  const icon = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  const use = document.createElementNS('http://www.w3.org/2000/svg', 'use');
  icon.setAttribute('class', 'icon');
  icon.setAttribute('aria-hidden', 'true');
  use.setAttribute('href', `/preview/page/icons.svg#${name}`);
  icon.append(use);
  return icon;
}

/**
 * Finds an element of index.html by its id.
 * @template {HTMLElement} Kind
 * @param {string} id
 * @param {new () => Kind} kind the class it must have
 * @returns {Kind}
 * @throws {Error} when index.html and the scripts disagree
 */
export function find(id, kind) {
  const element = document.getElementById(id);
  if (element instanceof kind) return element;
  throw new Error(`index.html has no ${kind.name} with the id "${id}".`);
}

/** The panel's file. */
export * from './kit.js';
export { mount } from './mount.js';

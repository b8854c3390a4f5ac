/** Our icons (resources/icons) as path data. */
export { default as ATTACH } from 'deskbell:icon/attach';
export { default as BACK } from 'deskbell:icon/back';
export { default as BELL } from 'deskbell:icon/bell';
export { default as CLOCK } from 'deskbell:icon/clock';
export { default as CLOSE } from 'deskbell:icon/close';
export { default as DANGER } from 'deskbell:icon/danger';
export { default as DOWN } from 'deskbell:icon/down';
export { default as EDIT } from 'deskbell:icon/edit';
export { default as MORE } from 'deskbell:icon/more';
export { default as OFFLINE } from 'deskbell:icon/offline';
export { default as SEND } from 'deskbell:icon/send';
export { default as SMILE } from 'deskbell:icon/smile';
export { default as STAR } from 'deskbell:icon/star';
export { default as TICK } from 'deskbell:icon/tick';
export { default as TICKS } from 'deskbell:icon/ticks';
import { svg } from '../loader/svg.js';
import { el } from './dom.js';

export { svg };

/** A button of one icon, which its label names. */
export function iconButton(id, label, icon, onclick) {
  const node = el('button', { type: 'button', class: 'icon', id, 'aria-label': label, title: label, onclick });
  node.append(svg(icon));
  return node;
}

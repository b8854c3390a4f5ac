import assert from 'node:assert/strict';
import { after, afterEach, before } from 'node:test';
import { TestOperator } from './operator.mjs';
import { findDesk, launch, WidgetPage } from './page.mjs';

/**
 * A desk, a browser and what tests open in them, for the calling file. Every page must end without an error, a breach of
 * the page's policy or a word to another host.
 */
export function useStage(start = () => findDesk()) {
  const opened = [];
  const stage = {
    /** A page of a new visitor, or with `context` another tab of one. */
    async visit({ url = stage.desk.url, ...options } = {}) {
      const widget = await WidgetPage.open(stage.browser, url, options);
      opened.push(widget);
      return widget;
    },
    async operator() {
      const operator = await TestOperator.login(stage.desk.url, stage.desk.login);
      opened.push(operator);
      return operator;
    },
    /** A visitor who has asked and an operator who has claimed the chat. */
    async chatting(question, options) {
      const [widget, operator] = [await stage.visit(options), await stage.operator()];
      await widget.openPanel();
      await widget.start('Maria', question);
      const { id } = await operator.waitingChat(question);
      await operator.claim(id);
      await widget.find('#title').filter({ hasText: 'Anna' }).waitFor();
      return { widget, operator, id };
    },
  };
  before(async () => Object.assign(stage, { browser: await launch(), desk: await start() }));
  afterEach(async () => {
    const problems = opened.flatMap((one) => one.problems ?? []);
    for (const one of opened.splice(0)) await one.close();
    assert.deepEqual(problems, []);
  });
  after(async () => {
    await stage.browser?.close();
    await stage.desk?.close();
  });
  return stage;
}

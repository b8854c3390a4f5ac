/**
 * Asks the server what it shows of the desk: who is there, the form, and how the widget looks where the page does not say
 * otherwise. All of it goes into `config`, as `desk`. Without an answer nothing does, and the panel says so when it matters.
 */
export const askDesk = (server, config) =>
  fetch(`${server}/api/v1/desk`)
    .then((answer) => answer.json())
    .then((desk) => Object.assign(config, { ...desk.look, ...config, desk }))
    .catch(() => {});

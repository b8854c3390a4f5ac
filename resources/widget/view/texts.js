/** Every word that the panel says. A site gives its own for the first four with data-title and so on. */
export const texts = {
  title: 'Chat with us',
  subtitle: 'We usually answer within minutes',
  greeting: 'Hello, how can we help?',
  welcome: 'Write your question below. A person reads it and answers right here.',

  name: 'Your name',
  optional: 'optional',
  email: 'Your e-mail',
  emailWrong: 'This does not look like an e-mail address.',
  question: 'Your question',
  questionHint: 'What would you like to know?',
  begin: 'Start chat',
  empty: 'Please write your question first.',
  tooLong: (over) => `That is ${over} characters too long.`,
  refused: 'That could not be sent. Please change it and try again.',

  messages: 'Messages',
  news: 'New in this chat',
  write: 'Write a message',
  send: 'Send',
  you: 'You',
  someone: 'Support',
  waitingTitle: 'You are in the queue',
  waitingText: 'Someone will be with you shortly. You can keep writing, or come back later: nothing gets lost.',
  waitingHeader: 'In the queue',
  here: 'Here now',
  away: 'Away for a moment',
  joined: (name) => `${name} joined the chat`,
  ended: 'The chat has ended',
  endedThanks: 'Thank you for writing to us.',
  typing: (name) => `${name} is typing`,

  waiting: 'Waiting to be sent',
  sent: 'Sent',
  failed: 'Not sent',
  failedEnded: 'Not sent: the chat had ended',
  again: 'Send again',
  older: 'Earlier messages',
  newest: 'New messages',

  reconnecting: 'Reconnecting …',
  offline: (time) => `Offline since ${time}`,
  kept: (count) => (count === 1 ? '1 message waiting' : `${count} messages waiting`),
  retry: 'Try now',

  end: 'End chat',
  endQuestion: 'End this chat?',
  notEnded: 'The desk cannot be reached just now. Please try again in a moment.',
  keep: 'Keep chatting',
  anew: 'Start a new chat',
  close: 'Close chat window',
  today: 'Today',
  yesterday: 'Yesterday',
};

/** The texts with what the site has set on its script tag (data-title="…" and so on). */
export function localised(config) {
  const own = Object.entries(config).filter(([name, value]) => value && typeof texts[name] === 'string');
  return { ...texts, ...Object.fromEntries(own) };
}

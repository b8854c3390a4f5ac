import { wholeChat } from '../state/archive.js';

/** A chat as plain text: a line for each message, with who and when. */
export function transcriptOf(messages, say) {
  const lines = [];
  let day;
  for (const { senderType, senderName, text, createdAt, attachments = [] } of messages) {
    const today = say.date(createdAt);
    if (today !== day) lines.push('', today, '');
    day = today;
    const name = senderType === 'visitor' ? say('you') : (senderName ?? say('someone'));
    const words = [text, ...attachments.map(({ name: file }) => `[${file}]`)].filter(Boolean).join(' ');
    lines.push(`${say.clock(createdAt)}  ${senderType === 'system' ? words : `${name}: ${words}`}`);
  }
  return `${lines.join('\n').trim()}\n`;
}

/** Gives the visitor a chat as a file. */
export async function downloadTranscript(request, chat, say) {
  const text = transcriptOf(await wholeChat(request, chat.id), say);
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([`\ufeff${text}`], { type: 'text/plain;charset=utf-8' }));
  link.download = `chat-${chat.createdAt.slice(0, 10)}.txt`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60000);
}

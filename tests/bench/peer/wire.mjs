/** Lets packets of a connection that leave at once go to the kernel in one call. */
export function corked(engineSocket) {
    const raw = engineSocket.transport.socket._socket;
    const transport = engineSocket.transport;
    const send = transport.send.bind(transport);
    transport.send = (packets) => {
        raw.cork();
        send(packets);
        raw.uncork();
    };
}

const failure = (code, message) => ({ error: { code, message, errors: [] } });

/** Answers the requests that both namespaces share. */
function bindCommon(socket, desk, person) {
    socket.on('chat.get', ({ chatId }, ack) => {
        const chat = desk.chats.get(chatId);
        ack(chat ? { ok: desk.view(chat) } : failure('chat_not_found', 'No chat with this id.'));
    });
    socket.on('message.send', (request, ack) => {
        const chat = desk.chats.get(request?.chatId);
        const sender = person();
        if (!chat) return ack(failure('chat_not_found', 'No chat with this id.'));
        if (sender !== chat.visitor && sender !== chat.operator) return ack(failure('forbidden', 'Not your chat.'));
        if (typeof request.text !== 'string' || request.text.length === 0 || request.text.length > 4000)
            return ack(failure('invalid_request', 'The text has 1 to 4000 characters.'));
        desk.sendMessage(chat, sender, request, (message) => {
            ack({ ok: message });
            chat.visitorSocket.emit('message.sent', { message });
            chat.operatorSocket?.emit('message.sent', { message });
        });
    });
}

export function bindVisitors(namespace, desk) {
    namespace.on('connection', (socket) => {
        const visitor = desk.person('visitor', 'Visitor');
        socket.emit('identity', { visitorId: visitor.id, token: visitor.id });
        socket.on('chat.start', (request, ack) => ack({ ok: { chat: desk.view(desk.startChat(visitor, socket)) } }));
        bindCommon(socket, desk, () => visitor);
    });
}

export function bindOperators(namespace, desk) {
    namespace.on('connection', (socket) => {
        let operator = null;
        socket.on('operator.login', ({ email }, ack) => {
            operator = desk.operator(email);
            ack({ ok: { token: operator.id, operator: { id: operator.id, email, name: email } } });
        });
        socket.on('chat.claim', ({ chatId }, ack) => {
            const chat = desk.chats.get(chatId);
            if (!chat) return ack(failure('chat_not_found', 'No chat with this id.'));
            if (chat.operator) return ack(failure('chat_already_claimed', 'Somebody else was faster.'));
            desk.claimChat(chat, operator, socket);
            ack({ ok: desk.view(chat) });
            chat.visitorSocket.emit('chat.claimed', { chat: desk.view(chat) });
        });
        bindCommon(socket, desk, () => operator);
    });
}

#include "console/net/link.h"

namespace deskbell::console {

Link::Link(Backoff backoff, QObject *parent) : QObject(parent), m_backoff(std::move(backoff))
{
    m_retry.setSingleShot(true);
    connect(&m_retry, &QTimer::timeout, this, &Link::attempt);
}

Link::~Link()
{
    drop();
}

void Link::open(const QUrl &server, const QString &token)
{
    drop();
    m_server = server;
    m_token = token;
    m_backoff.reset();
    attempt();
}

void Link::close()
{
    m_token.clear();
    drop();
}

void Link::tryNow()
{
    if (m_retry.isActive())
        attempt();
}

void Link::startOver(const QString &reason)
{
    drop();
    retryLater();
    Q_EMIT lost(reason);
}

void Link::attempt()
{
    m_retry.stop();
    m_line = new Line(QByteArrayLiteral("/operator"), this);
    connect(m_line, &Line::opened, this, &Link::opened);
    connect(m_line, &Line::eventReceived, this, &Link::takeEvent);
    connect(m_line, &Line::refused, this, [this](const Error &error) {
        drop();
        retryLater();
        Q_EMIT refused(inOurWords(error));
    });
    connect(m_line, &Line::lost, this, [this](const QString &reason) { startOver(reason); });
    QByteArray auth;
    json::Writer writer(auth);
    writer.beginObject();
    if (!m_token.isEmpty()) {
        writer.key("token");
        writer.string(m_token);
    }
    writer.endObject();
    Q_EMIT attempting();
    m_line->open(m_server, auth);
}

/// Leaves the line of the moment behind; nothing more is heard of it.
void Link::drop()
{
    m_retry.stop();
    Line *line = std::exchange(m_line, nullptr);
    if (!line)
        return;
    line->disconnect(this);
    line->close();
    line->deleteLater(); // it may be in the middle of telling us something
}

void Link::retryLater()
{
    if (!m_token.isEmpty())
        m_retry.start(int(m_backoff.next()));
}

void Link::send(QByteArrayView name, const QByteArray &argument, Line::Reply done)
{
    if (isOpen()) {
        m_line->request(name, argument, std::move(done));
        return;
    }
    QMetaObject::invokeMethod(
        this, [done = std::move(done)] { done(ErrorCode::Disconnected); }, Qt::QueuedConnection);
}

void Link::takeEvent(const QByteArray &name, json::Value argument)
{
    std::optional<api::Event> event; // an event that this console does not know comes from a newer server
    api::forEachAlternative<api::Event>([&]<class E>() {
        if (QByteArrayView(E::name.data(), qsizetype(E::name.size())) != name)
            return;
        if (auto decoded = json::decode<E>(argument))
            event = *std::move(decoded);
    });
    if (event)
        Q_EMIT eventReceived(*event);
}

} // namespace deskbell::console

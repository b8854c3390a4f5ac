#pragma once

#include "console/net/line.h"
#include "shared/api/catalogue.h"

namespace deskbell::console {

/// A customer on the other side, as the web page would be.
class Visitor final : public QObject
{
    Q_OBJECT

public:
    explicit Visitor(const QUrl &server, const QString &name = QStringLiteral("Vera"));

    bool isConnected() const { return m_line.isOpen(); }
    void start(const QString &text);
    void say(const QString &text);
    void end();
    void setTyping(bool isTyping);
    /// What the site says of the visitor, whose chat this is.
    void introduce(const VisitorId &id, const QList<api::VisitorAttribute> &attributes);

    ChatId chatId; ///< Null until the chat is there.
    QList<api::Message> heard; ///< Everything that was said, as it came.
    QList<bool> typing; ///< What we heard of the operator.
    int answers = 0; ///< Acks with `ok` that came.
    QList<Error> refusals;

    QStringList texts() const;

private:
    template <class Command, class Take>
    void ask(const Command &command, Take take);

    Line m_line;
};

} // namespace deskbell::console

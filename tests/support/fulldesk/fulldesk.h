#pragma once

#include <QString>

namespace deskbell::tests {

/// A desk that has been in use for two years: many chats beside those of the demo desk, written into its SQLite file in
/// one go. Each is a visitor of its own who has said one thing. In the order in which they began, the number 1 first:
/// those that have ended, then Anna's, then those that wait.
struct FullDesk
{
    int ended = 97'500;
    int own = 500;
    int waiting = 2'000;

    int all() const { return ended + own + waiting; }
    /// Every so many chats one is urgent.
    static constexpr int urgentEach = 500;
    /// Of the oldest chat; all others are `Visitor N`.
    static QString oldestVisitor() { return QStringLiteral("Zacharias Quill"); }
    static QString saidIn(int number) { return QStringLiteral("Where is my order %1?").arg(number); }

    /// Before a server runs on the folder. What went wrong; empty: nothing.
    QString writeTo(const QString &dataFolder) const;
};

} // namespace deskbell::tests

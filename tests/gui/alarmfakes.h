#pragma once

#include "console/notify/notifier.h"

#include <QList>

namespace deskbell::console {

/// Notices, written down.
class FakeNotifier final : public Notifier
{
public:
    void show(const Notice &notice) override { shown.append(notice); }
    void withdraw(const ChatId &chat) override { withdrawn.append(chat); }
    QList<Notice> shown;
    QList<ChatId> withdrawn;
};

/// Counts.
class FakeRinger final : public Ringer
{
public:
    void ring() override { ++rings; }
    void silence() override { ++silences; }
    int rings = 0;
    int silences = 0;
};

} // namespace deskbell::console

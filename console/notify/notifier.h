#pragma once

#include "shared/ids.h"

#include <QObject>

namespace deskbell::console {

/// One thing that the person has to hear of, wherever they are looking.
struct Notice
{
    ChatId chat; ///< A later notice of the same chat takes the place of the earlier one.
    QString title;
    QString body;
    bool canBeClaimed = false; ///< It gets a button for that.
    bool urgent = false; ///< Stays until it is dealt with.
    bool isOffer = false; ///< The button for claiming accepts it.
    bool operator==(const Notice &) const = default;
};

/// Where notices are shown outside of our window.
class Notifier : public QObject
{
    Q_OBJECT

public:
    virtual void show(const Notice &notice) = 0;
    /// Takes a chat's notice back at once, wherever it is; none is fine.
    virtual void withdraw(const ChatId &chat) = 0;

Q_SIGNALS:
    void openRequested(const deskbell::ChatId &chat);
    void claimRequested(const deskbell::ChatId &chat);
};

/// What makes a sound.
class Ringer
{
public:
    Ringer() = default;
    virtual ~Ringer() = default;
    Q_DISABLE_COPY_MOVE(Ringer)

    virtual void ring() = 0;
    virtual void silence() = 0;
};

} // namespace deskbell::console

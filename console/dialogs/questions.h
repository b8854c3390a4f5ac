#pragma once

#include "shared/api/entities.h"

#include <functional>
#include <optional>

class QWidget;

namespace deskbell::console {

/// Everything that the program asks a person passes through here, so that tests can answer. Answers come later, in
/// the GUI thread; no answer means that the person wants to leave things as they are.
class Questions
{
public:
    Questions() = default;
    virtual ~Questions() = default;
    Q_DISABLE_COPY_MOVE(Questions)

    /// Why the chat is to be closed; an empty reason closes it without one.
    virtual void askEndReason(QWidget *parent, const api::Chat &chat, std::function<void(QString reason)> answer) = 0;
    /// Whether to sign out though messages still wait to be sent.
    virtual void askSignOut(QWidget *parent, int waiting, std::function<void()> yes) = 0;
};

} // namespace deskbell::console

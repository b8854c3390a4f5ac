#pragma once

#include "console/dialogs/questions.h"

#include <QCoreApplication>

namespace deskbell::console {

class Theme;

/// Asks with windows over the parent.
class DialogQuestions final : public Questions
{
public:
    explicit DialogQuestions(const Theme &theme) : m_theme(theme) { }

    void askEndReason(QWidget *parent, const api::Chat &chat, std::function<void(QString reason)> answer) override;
    void askTransfer(QWidget *parent, const Workspace &workspace, const api::Chat &chat,
                     std::function<void(ChatChange change)> answer) override;
    void askAssign(QWidget *parent, const Workspace &workspace, const api::Chat &chat,
                   std::function<void(OperatorId who)> answer) override;
    void askDelete(QWidget *parent, const QString &text, std::function<void()> yes) override;
    void askFiles(QWidget *parent, std::function<void(QStringList paths)> answer) override;
    void askSavePath(QWidget *parent, const QString &name, std::function<void(QString path)> answer) override;
    void askSignOut(QWidget *parent, int waiting, std::function<void()> yes) override;
    void askConfirmation(QWidget *parent, const Confirmation &confirmation, std::function<void()> yes) override;

    Q_DECLARE_TR_FUNCTIONS(DialogQuestions)

private:
    const Theme &m_theme;
};

} // namespace deskbell::console

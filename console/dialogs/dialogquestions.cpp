#include "console/dialogs/dialogquestions.h"

#include "console/dialogs/endchatdialog.h"
#include "console/dialogs/transferdialog.h"
#include "console/models/wording.h"
#include "console/theme/theme.h"

#include <QFileDialog>
#include <QLabel>
#include <QPushButton>
#include <QStandardPaths>
#include <QVBoxLayout>

namespace deskbell::console {

void DialogQuestions::askEndReason(QWidget *parent, const api::Chat &chat, std::function<void(QString reason)> answer)
{
    auto *dialog = new EndChatDialog(m_theme, oneLine(chat.visitorName), parent);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    QObject::connect(dialog, &QDialog::accepted, parent, [dialog, answer] { answer(dialog->reason()); });
    dialog->open();
}

void DialogQuestions::askTransfer(QWidget *parent, const Workspace &workspace, const api::Chat &chat,
                                  std::function<void(ChatChange change)> answer)
{
    auto *dialog = new TransferDialog(TransferDialog::Kind::Offer, m_theme, workspace, chat, parent);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    QObject::connect(dialog, &QDialog::accepted, parent, [dialog, answer] { answer(dialog->answer()); });
    dialog->open();
}

void DialogQuestions::askAssign(QWidget *parent, const Workspace &workspace, const api::Chat &chat,
                                std::function<void(OperatorId who)> answer)
{
    auto *dialog = new TransferDialog(TransferDialog::Kind::Assign, m_theme, workspace, chat, parent);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    QObject::connect(dialog, &QDialog::accepted, parent, [dialog, answer] { answer(dialog->colleague()); });
    dialog->open();
}

void DialogQuestions::askDelete(QWidget *parent, const QString &text, std::function<void()> yes)
{
    auto *dialog = new QDialog(parent);
    dialog->setObjectName(QStringLiteral("deleteDialog"));
    dialog->setWindowTitle(tr("Delete message"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    auto *title = new QLabel(tr("Delete this message?"), dialog);
    title->setFont(m_theme.font(FontSize::Title, Weight::SemiBold));
    auto *line = new QLabel(oneLine(text).left(200), dialog);
    line->setTextFormat(Qt::PlainText);
    line->setWordWrap(true);
    line->setMinimumWidth(380);
    line->setProperty("tone", QStringLiteral("secondary"));
    auto *what = new QLabel(tr("Its text goes away for the visitor too. That there was a message stays."), dialog);
    what->setWordWrap(true);
    dialog->setLayout(dialogLayout({title, line, what}, dialog, tr("Delete"), tr("Keep it")));
    QObject::connect(dialog, &QDialog::accepted, parent, yes);
    dialog->open();
}

void DialogQuestions::askFiles(QWidget *parent, std::function<void(QStringList paths)> answer)
{
    auto *dialog = new QFileDialog(parent, tr("Attach files"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFiles);
    QObject::connect(dialog, &QFileDialog::filesSelected, parent, answer);
    dialog->open();
}

void DialogQuestions::askSavePath(QWidget *parent, const QString &name, std::function<void(QString path)> answer)
{
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::DownloadLocation);
    auto *dialog = new QFileDialog(parent, tr("Save file"), folder);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->selectFile(name);
    QObject::connect(dialog, &QFileDialog::fileSelected, parent, answer);
    dialog->open();
}

void DialogQuestions::askSignOut(QWidget *parent, int waiting, std::function<void()> yes)
{
    askConfirmation(parent,
                    {QStringLiteral("signOut"), tr("Sign out now?"),
                     tr("%n message(s) are not sent yet. They are kept on this computer and go out when you sign in "
                        "again.",
                        nullptr, waiting),
                     tr("Sign out"), tr("Stay")},
                    std::move(yes));
}

void DialogQuestions::askConfirmation(QWidget *parent, const Confirmation &confirmation, std::function<void()> yes)
{
    auto *dialog = new QDialog(parent);
    dialog->setObjectName(confirmation.name + QStringLiteral("Dialog"));
    dialog->setWindowTitle(confirmation.accept);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    auto *title = new QLabel(confirmation.title, dialog);
    title->setTextFormat(Qt::PlainText);
    title->setFont(m_theme.font(FontSize::Title, Weight::SemiBold));
    title->setWordWrap(true);
    auto *line = new QLabel(confirmation.line, dialog);
    line->setTextFormat(Qt::PlainText);
    line->setWordWrap(true);
    line->setMinimumWidth(380);
    line->setProperty("tone", QStringLiteral("secondary"));
    dialog->setLayout(dialogLayout({title, line}, dialog, confirmation.accept, confirmation.reject));
    QObject::connect(dialog, &QDialog::accepted, parent, std::move(yes));
    dialog->open();
}

} // namespace deskbell::console

#pragma once

#include "console/state/actions.h"
#include "console/state/workspace.h"

#include <QObject>

class QImage;
class QMimeData;

namespace deskbell::console {

class ComposerView;
class Questions;

/// Which files go with the reply to the open chat: chosen, dropped or pasted. They are kept with the
/// chat's draft. What the desk would not take is said before anything is sent.
class AttachingController final : public QObject
{
    Q_OBJECT

public:
    /// None of them is owned.
    AttachingController(ComposerView &composer, Workspace &workspace, Actions &actions, Questions &questions,
                        QObject *parent = nullptr);

    void open(const ChatId &id);
    /// Asks for files.
    void choose();
    /// Files of this computer, or a picture.
    void take(const QMimeData &data);
    void takePaths(const QStringList &paths);
    /// Whether files can go with what is being written.
    bool isWelcome() const;

Q_SIGNALS:
    /// Files, or one of them, that cannot go along.
    void failed(const deskbell::ChatId &id, const QString &reason);

private:
    void takePicture(const QImage &image);
    void add(const ChatId &id, const LetterFile &file);
    void setFiles(const ChatId &id, const QList<LetterFile> &files);
    QString problemOf(const ChatId &id, const LetterFile &file) const;

    ComposerView &m_composer;
    Workspace &m_workspace;
    Actions &m_actions;
    Questions &m_questions;
    ChatId m_chatId; // null: nothing is open
};

} // namespace deskbell::console

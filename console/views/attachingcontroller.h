#pragma once

#include "console/state/actions.h"
#include "console/state/workspace.h"

#include <QHash>

class QImage;
class QMimeData;

namespace deskbell::console {

class ComposerView;
class Questions;

/// Which files go with the reply to the open chat: chosen, dropped or pasted. Those of other chats are kept for the
/// time that they are open again. What the desk would not take is said before anything is sent.
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
    void add(LetterFile file);
    QString problemOf(const LetterFile &file) const;

    ComposerView &m_composer;
    Workspace &m_workspace;
    Actions &m_actions;
    Questions &m_questions;
    ChatId m_chatId; // null: nothing is open
    QHash<ChatId, QList<LetterFile>> m_others; // of chats that are not open
};

} // namespace deskbell::console

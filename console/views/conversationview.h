#pragma once

#include "console/state/actions.h"
#include "console/state/workspace.h"

#include <QFrame>

class QLabel;
class QPushButton;
class QStackedLayout;

namespace deskbell::console {

class AttachingController;
class CannedPopup;
class ComposerView;
class ComposingController;
class ConversationHeader;
class EmojiPicker;
class EmptyView;
class FileController;
class HandoverController;
class NoticeBar;
class OfferPanel;
class Questions;
class Theme;
class ThreadModel;
class ThreadState;
class ThreadView;
struct WritingAids;

/// One conversation: its header, its messages, and at the foot what fits its state: Claim, the composer, or how it
/// ended.
class ConversationView final : public QFrame
{
    Q_OBJECT

public:
    ConversationView(const Theme &theme, Workspace &workspace, Actions &actions, Questions &questions,
                     QWidget *parent = nullptr);

    /// What helps to write; not owned. Once.
    void setWriting(WritingAids &aids);
    const ChatId &chatId() const { return m_chatId; }
    /// A null id shows that nothing is open.
    void open(const ChatId &id);
    /// Goes to one message of the open chat, which may have to be fetched first.
    void showMessage(qint64 seq);
    /// `overtaken` is called when a colleague has it, if it is still open here.
    void claim(const std::function<void()> &overtaken = {});
    void end();
    /// Asks, and deletes the message for everybody.
    void deleteMessage(qint64 seq);
    /// That of the message on which the keyboard stands, or of the last one; 0 if it is not ours to change.
    qint64 editableSeq() const;
    /// That of the message on which the keyboard stands, or else of the visitor's last one; 0 if there is none
    /// to answer.
    qint64 answerableSeq() const;
    /// That of the message which the one under the keyboard answers; 0 if it answers none.
    qint64 answeredSeq() const;
    void focusFoot();
    void focusThread();
    void tick();
    void say(const QString &notice);
    /// How many chats wait, for the words that stand where no chat is open.
    void setWaiting(int count);
    ConversationHeader &header() { return *m_header; }
    ComposingController &composing() { return *m_composing; }
    /// All emoji, to be put where the cursor is.
    void offerEmoji();
    /// What is right instead of the next mistake.
    void offerSpelling();
    AttachingController &attaching() { return *m_attaching; }
    FileController &files() { return *m_files; }
    HandoverController &handover() { return *m_handover; }
    CannedPopup &canned() { return *m_canned; }

Q_SIGNALS:
    /// What can be edited or answered has changed.
    void writingChanged();
    /// The server gave the chat to us.
    void claimed(const deskbell::ChatId &id);

protected:
    void changeEvent(QEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dragLeaveEvent(QDragLeaveEvent *event) override;
    void dropEvent(QDropEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void buildClaimPanel();
    void connectParts();
    void connectWriting();
    void connectHandover();
    void connectFiles();
    void markRead();
    void showChat();
    void showFoot(const api::Chat &chat);
    void setFoot(QWidget *foot);
    void showTyping();
    bool pointTo(qint64 seq);
    const api::Message *messageAt(const QModelIndex &index) const;

    const Theme &m_theme;
    Workspace &m_workspace;
    Actions &m_actions;
    Questions &m_questions;
    ChatId m_chatId; // null: nothing is open
    bool m_claiming = false;

    ThreadModel *m_model;
    ConversationHeader *m_header;
    NoticeBar *m_notice;
    QStackedLayout *m_stack; // the empty view, or the thread with its foot
    EmptyView *m_empty;
    ThreadView *m_thread;
    ThreadState *m_threadState;
    QLabel *m_typing;
    ComposerView *m_composer;
    ComposingController *m_composing;
    AttachingController *m_attaching;
    FileController *m_files;
    EmojiPicker *m_emoji = nullptr;
    QLabel *m_dropHint; // over the conversation while files are dragged over it
    HandoverController *m_handover;
    OfferPanel *m_offer;
    CannedPopup *m_canned;
    QFrame *m_claimPanel;
    QLabel *m_claimLine;
    QPushButton *m_claim;
    QLabel *m_readOnly;
};

} // namespace deskbell::console

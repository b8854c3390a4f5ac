#pragma once

#include "console/models/threadmodel.h"
#include "console/views/messagelayout.h"
#include "console/views/threadview.h"
#include "tests/gui/stage.h"

#include <QMenu>

namespace deskbell::console {

/// A stage on which one's own chat is open, with a mouse that finds its way by the words.
struct SpokenStage : Stage
{
    ChatId booking;
    ThreadView *thread = nullptr;

    bool open()
    {
        if (!showBusyDesk())
            return false;
        booking = script.booking;
        window.desk().openChat(booking);
        thread = find<ThreadView>();
        return thread != nullptr;
    }

    QModelIndex last() const { return thread->model()->index(thread->model()->rowCount() - 1, 0); }
    MessageLayout layoutOf(const QModelIndex &row) const
    {
        return layOutMessage(row, thread->visualRect(row).width(), theme);
    }
    /// Just inside the character at a place of the text, in the view.
    QPoint pointAt(const QModelIndex &row, int position) const
    {
        const MessageLayout at = layoutOf(row);
        const QTextLine line = at.text->lineForTextPosition(position);
        const double edge = line.cursorToX(position);
        const double other = line.cursorToX(position, QTextLine::Trailing);
        const QPoint inText(qRound(edge + (other - edge) / 4), qRound(line.y() + line.height() / 2));
        return thread->visualRect(row).topLeft() + at.textAt + inText;
    }
    void click(const QPoint &at) const { QTest::mouseClick(thread->viewport(), Qt::LeftButton, {}, at); }
    void drag(const QModelIndex &row, int from, int to) const
    {
        QTest::mousePress(thread->viewport(), Qt::LeftButton, {}, pointAt(row, from));
        QTest::mouseMove(thread->viewport(), pointAt(row, (from + to) / 2));
        QTest::mouseMove(thread->viewport(), pointAt(row, to));
        QTest::mouseRelease(thread->viewport(), Qt::LeftButton, {}, pointAt(row, to));
    }
    void copy() const
    {
        QVERIFY(thread->hasFocus());
        QTest::keyClick(thread, Qt::Key_C, Qt::ControlModifier);
    }
    Qt::CursorShape cursorAt(const QPoint &at) const
    {
        QMouseEvent event(QEvent::MouseMove, at, thread->viewport()->mapToGlobal(at), Qt::NoButton, {}, {});
        QCoreApplication::sendEvent(thread->viewport(), &event);
        return thread->viewport()->cursor().shape();
    }
    /// Of the menu that the keyboard opens.
    QAction *menuAction(const QModelIndex &row, const QString &text) const
    {
        thread->setCurrentIndex(row);
        QContextMenuEvent event(QContextMenuEvent::Keyboard, {}, {});
        QCoreApplication::sendEvent(thread->viewport(), &event);
        auto *menu = find<QMenu>("messageMenu");
        menu->setObjectName(QString()); // the next one is another
        const auto offered = menu->actions();
        const auto found =
            std::find_if(offered.begin(), offered.end(), [&](const QAction *each) { return each->text() == text; });
        menu->close();
        return found == offered.end() ? nullptr : *found;
    }
    api::Message next(const QString &text) const
    {
        const Thread *known = workspace.existingThread(booking);
        api::Message message = *known->message(9);
        message.id = MessageId::generate();
        message.seq = known->lastSeq() + 1;
        message.text = text;
        message.createdAt.ms += 100'000 * (message.seq - 9);
        return message;
    }
    /// The visitor says something.
    QModelIndex hear(const QString &text, const std::optional<qint64> &replyToSeq = std::nullopt)
    {
        api::Message message = next(text);
        message.replyToSeq = replyToSeq;
        workspace.takeMessage(message);
        return last();
    }
    /// We have said something.
    QModelIndex say(const QString &text)
    {
        api::Message message = next(text);
        message.senderType = api::SenderType::Operator;
        message.senderId = workspace.self().id.toString();
        workspace.takeMessage(message);
        return last();
    }
    void change(const std::function<void(api::Message &)> &how)
    {
        api::Message message = workspace.existingThread(booking)->entries().last().message;
        how(message);
        ++message.change;
        workspace.takeChange(message);
    }
};

} // namespace deskbell::console

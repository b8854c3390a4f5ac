#pragma once

#include "console/views/messagelayout.h"
#include "console/views/pictures.h"
#include "console/views/textselection.h"

#include <QAbstractItemDelegate>
#include <QCache>

namespace deskbell::console {

/// Paints one line of a conversation: a bubble with its foot, or a system line, with the heading of its day.
class MessageDelegate final : public QAbstractItemDelegate
{
    Q_OBJECT

public:
    /// Neither is owned.
    MessageDelegate(const Theme &theme, const TextSelection &selection, QObject *parent = nullptr);

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    bool helpEvent(QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &option,
                   const QModelIndex &index) override;

    /// The foot of a message that failed: clicking there sends it again.
    bool isSendAgainAt(const QModelIndex &index, const QRect &row, const QPoint &position) const;
    /// The foot of a message whose files are under way: clicking there stops them.
    bool isStopAt(const QModelIndex &index, const QRect &row, const QPoint &position) const;
    /// The file of the message at a position that the server has; nothing where there is none.
    std::optional<api::Attachment> fileAt(const QModelIndex &index, const QRect &row, const QPoint &position) const;

    /// The number of the message whose quote is at a position, or 0.
    qint64 quotedAt(const QModelIndex &index, const QRect &row, const QPoint &position) const;

    /// Where everything of a row is, at a width; until the next one is asked for.
    const MessageLayout &layout(const QModelIndex &index, int width) const;
    Pictures &pictures() { return m_pictures; }
    /// How much of a file has come to this computer, in percent; negative: it is not under way any more.
    void setDownload(const AttachmentId &id, int percent);

private:
    QString tipText(const QModelIndex &index) const;
    void paintDay(QPainter &painter, const QRect &rect, const QString &text) const;
    void paintBubble(QPainter &painter, const MessageLayout &at, const QStyleOptionViewItem &option,
                     const QModelIndex &index) const;
    void paintFoot(QPainter &painter, const QRect &rect, const QModelIndex &index) const;
    void paintOwnFoot(QPainter &painter, const QRect &rect, const QModelIndex &index, const QString &time) const;
    void paintFiles(QPainter &painter, const MessageLayout &at, const QModelIndex &index, bool onPrimary) const;
    QString waitingText(const QModelIndex &index) const;
    QString problemText(const QModelIndex &index, int room) const;
    void paintMarked(QPainter &painter, const QRect &rect, const QString &icon, Token token, const QString &text) const;

    const Theme &m_theme;
    const TextSelection &m_selection;
    mutable QCache<QString, MessageLayout> m_layouts;
    mutable Pictures m_pictures; // painting is what asks for them
    QHash<AttachmentId, int> m_downloads; // percents of what is under way
};

} // namespace deskbell::console
